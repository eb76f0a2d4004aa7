import type { Desk } from '../desk.ts'
import { refuseProperties } from '../desk.ts'
import { isEmpty } from '../expression/values.ts'
import { isJson, isOn, type Json } from '../json.ts'
import { words } from '../problem.ts'
import { readChoices } from './choices.ts'
import type { Kind } from './kind.ts'

/** matrix: one column for each row. */
export function matrixKind(json: Json, desk: Desk, path: string): Kind {
  refuseProperties(desk, json, path, json.cellType === 'radiogroup' ? [] : ['cellType'])
  const columns = readChoices(json, desk, path, { property: 'columns', visibleIf: 'columnsVisibleIf' })
  const rows = readChoices(json, desk, path, {
    property: 'rows',
    visibleIf: 'rowsVisibleIf',
    enableIf: 'rowsEnableIf',
  })
  if (rows.all.length === 0) {
    desk.refuse(`${path}.rows`, {
      zh: '表格题要有行;只有一行时请用单选题',
      en: 'A matrix needs rows; use a radiogroup for a single one',
    })
  }
  const everyRow = isOn(json, 'eachRowRequired', 'isAllRowRequired')
  const unique = isOn(json, 'eachRowUnique')
  const rowsNamed = new Map(rows.all.map((row) => [String(row.value), row]))

  return {
    check: (value, values, report) => {
      if (!isJson(value)) return report('wrongType', words.wrongType('{ 行: 列 }', '{ row: column }'))
      const offered = new Set(rows.offered(values))
      for (const [name, column] of Object.entries(value)) {
        const row = rowsNamed.get(name)
        if (!row || !offered.has(row)) report('unknownRow', words.unknownRow(), name)
        else columns.check(column, values, report, name)
      }
      const given = [...offered]
        .map(({ value: row }) => (Object.hasOwn(value, String(row)) ? value[String(row)] : undefined))
        .filter((column) => !isEmpty(column))
      if (everyRow && given.length < offered.size) report('rowMissing', words.rowMissing())
      if (unique && new Set(given).size < given.length) report('rowNotUnique', words.rowNotUnique())
    },
    checkEmpty: (report) => {
      if (everyRow) report('rowMissing', words.rowMissing())
    },
    choices: columns.all,
    everyRow: rows.all,
    offers: columns.offered,
    rows: rows.offered,
  }
}
