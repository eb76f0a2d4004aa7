import { cellPosition } from '../address.ts'
import type { Cell, Range, Row, Sheet } from '../cell.ts'
import { unguarded } from '../formulaGuard.ts'
import type { Counter } from '../limits.ts'
import { refuse } from '../problem.ts'
import { dateText, decimal, type NumberKind, percentText } from './numberFormat.ts'
import { textCollector } from './strings.ts'
import { type Attributes, readXml } from './xml.ts'

/** What all sheets of a workbook share, and what may still be read of it. */
export interface Workbook {
  strings: string[]
  styles: NumberKind[]
  since1904: boolean
  count: Counter
}

const mostMerges = 50_000

/** Reads one sheet, keeping the cells that are not empty. Rows and cells may come without their position: then in turn. */
export async function readSheet(name: string, pieces: AsyncIterable<Uint8Array>, workbook: Workbook): Promise<Sheet> {
  const sheet: Sheet = { name, rows: [], merged: [] }
  const inline = textCollector()
  let row: Row = { number: 0, cells: [] }
  let cell: RawCell = noCell
  let column = -1
  let part: 'v' | 'f' | null = null

  await readXml(pieces, {
    open(tag, attributes) {
      if (tag === 'row') {
        row = { number: attributes.r ? Number(attributes.r) : row.number + 1, cells: [] }
        if (!Number.isInteger(row.number)) refuse('broken-workbook', {})
        column = -1
      } else if (tag === 'c') {
        column = attributes.r === undefined ? column + 1 : positionOf(attributes.r).column
        cell = { attributes, value: null, formula: false }
        inline.start()
      } else if (tag === 'v') {
        part = 'v'
        cell.value = ''
      } else if (tag === 'f') cell.formula = true
      else if (tag === 'mergeCell') sheet.merged.push(rangeOf(attributes.ref ?? ''))
      else inline.open(tag)
      if (sheet.merged.length > mostMerges) refuse('broken-workbook', {})
    },
    text(piece) {
      if (part === 'v') cell.value += piece
      else inline.text(piece)
    },
    close(tag) {
      if (tag === 'v') part = null
      else if (tag === 'c') {
        const content = contentOf(cell, inline.take(), workbook)
        if (content.text.trim() === '' && content.kind !== 'uncomputed') return
        workbook.count({ cells: 1, column })
        row.cells[column] = content
      } else if (tag === 'row') {
        if (row.cells.length === 0) return
        workbook.count({ rows: 1 })
        sheet.rows.push(row)
      } else inline.close(tag)
    },
  })
  return sheet
}

interface RawCell {
  attributes: Attributes
  value: string | null
  formula: boolean
}

const noCell: RawCell = { attributes: {}, value: null, formula: false }

const text = (content: string): Cell => ({ text: unguarded(content), kind: 'text' })

/** By type of the cell (`c/@t`, ECMA-376 18.18.11); none means a number. */
const contents: Record<string, (value: string, inline: string, workbook: Workbook) => Cell> = {
  s: (value, _, { strings }) => text(strings[Number(value)] ?? refuse('broken-workbook', {})),
  str: (value) => text(value),
  inlineStr: (_, inline) => text(inline),
  b: (value) => ({ text: value.trim() === '1' ? 'true' : 'false', kind: 'boolean' }),
  e: (value) => ({ text: value, kind: 'error' }),
  d: (value) => ({ text: value, kind: 'date' }),
}

function contentOf({ attributes, value, formula }: RawCell, inline: string, workbook: Workbook): Cell {
  const type = attributes.t ?? 'n'
  const missing = value === null || (value === '' && type !== 'str')
  if (formula && missing && type !== 'inlineStr') return { text: '', kind: 'uncomputed' }
  if (missing && type !== 'inlineStr') return text('')
  return contents[type]?.(value ?? '', inline, workbook) ?? numberCell(value ?? '', attributes.s, formula, workbook)
}

function numberCell(value: string, style: string | undefined, formula: boolean, workbook: Workbook): Cell {
  const number = Number(value)
  const kind = workbook.styles[Number(style ?? 0)] ?? 'number'
  if (kind === 'percent') return { text: percentText(number), kind }
  const date = kind === 'date' ? dateText(number, workbook.since1904) : null
  if (date !== null) return { text: date, kind: 'date' }
  return { text: formula ? decimal(number) : String(number), kind: 'number' }
}

function rangeOf(reference: string): Range {
  const [from = '', to = from] = reference.split(':')
  const start = positionOf(from)
  const end = positionOf(to)
  return { top: start.row, bottom: end.row, left: start.column, right: end.column }
}

const positionOf = (reference: string) => cellPosition(reference) ?? refuse('broken-workbook', {})
