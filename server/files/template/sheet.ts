import type ExcelJS from 'exceljs'
import { largest } from '../../../scoring/objective/readFigure.ts'
import type { Dimension } from '../../../scoring/standard/scheme.ts'
import type { Language, Text } from '../../../scoring/text.ts'
import { columnLetters } from '../address.ts'
import { addTable, type BookColumn, firstDataRow } from '../xlsx/book.ts'
import { type Line, linesOf } from './lines.ts'
import { answers, cellValue, evidenceCells, type Given } from './values.ts'

const columns: [header: Text, width: number][] = [
  [{ zh: '指标', en: 'Indicator' }, 11],
  [{ zh: '指标名称', en: 'Name' }, 26],
  [{ zh: '填报项', en: 'Input' }, 44],
  [{ zh: '单位', en: 'Unit' }, 8],
  [{ zh: '值', en: 'Value' }, 18],
  [{ zh: '填法', en: 'How to fill in' }, 44],
  [{ zh: '来源', en: 'Source' }, 20],
  [{ zh: '日期', en: 'Date' }, 12],
  [{ zh: '备注', en: 'Note' }, 24],
  [{ zh: '代码', en: 'Code' }, 24],
]
const valueColumn = 4

/** The drop-down lists, one a column, on a sheet that nobody needs to see. */
export interface Lists {
  sheet: ExcelJS.Worksheet
  /** Number of the column by content. */
  columns: Map<string, number>
}

/** One dimension as a sheet to fill in: drop-down lists, limits that Excel holds, how each item is scored as a comment. */
export function addDimensionSheet(
  book: ExcelJS.Workbook,
  dimension: Dimension,
  lists: Lists,
  given: Given,
  language: Language,
): void {
  const name = `${dimension.id} ${dimension.name[language]}`
  const lines = linesOf(dimension, { ticks: true })
  const sheet = addTable(
    book,
    {
      name: name.slice(0, 31),
      title: name,
      note: note[language],
      columns: columns.map(([header, width]): BookColumn => ({ header: header[language], width, format: 'General' })),
      rows: lines.map((line) => [
        line.id,
        line.name[language],
        line.label[language],
        'unit' in line.input ? line.input.unit[language] : '',
        cellValue(line, given, language),
        line.how[language],
        ...evidenceCells(line, given),
        line.option ? `${line.input.key}:${line.option.key}` : line.input.key,
      ]),
    },
    { language, footer: name },
  )
  for (const [at, line] of lines.entries()) dress(sheet.getRow(firstDataRow + at), line, lists, language)
}

const note: Text = {
  zh: '只填“值”一列；没有的数据整项留空。带红色角标的单元格有计算方法。',
  en: 'Fill in the column “Value” only; leave an item empty where you have no data for it. Cells with a red corner tell how it is scored.',
}

function dress(row: ExcelJS.Row, line: Line, lists: Lists, language: Language): void {
  if (line.remark) row.getCell(1).note = { texts: [{ text: line.remark[language] }] }
  restyle(row.getCell(columns.length), { font: { size: 9, color: { argb: 'FF9F9F9F' } } })
  restyle(row.getCell(valueColumn + 2), { alignment: { wrapText: true, vertical: 'middle' } })
  if (line.givenIn || (line.input.type === 'set' && line.option === null)) return
  const cell = row.getCell(valueColumn + 1)
  restyle(cell, { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF9E5' } } })
  cell.dataValidation = {
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: line.id,
    // Excel holds messages of at most 255 characters.
    error: line.how[language].slice(0, 255),
    ...ruleFor(line, lists, language),
  }
}

/** The cells of a column share their style: one that differs gets its own. */
function restyle(cell: ExcelJS.Cell, style: Partial<ExcelJS.Style>): void {
  cell.style = { ...cell.style, ...style }
}

function ruleFor({ input, option }: Line, lists: Lists, language: Language): Rule {
  if (option || input.type === 'boolean' || input.type === 'set') {
    return listRule(lists, [answers.yes[language], answers.no[language]])
  }
  if (input.type === 'choice')
    return listRule(
      lists,
      input.options.map(({ label }) => label[language]),
    )
  const type = input.type === 'count' ? 'whole' : 'decimal'
  return { type, operator: 'between', formulae: [0, largest[input.type]] }
}

type Rule = Pick<ExcelJS.DataValidation, 'type' | 'formulae'> & { operator?: ExcelJS.DataValidationOperator }

/** A drop-down list by reference: a list written into the rule may hold no commas. */
function listRule({ sheet, columns }: Lists, entries: string[]): Rule {
  const content = entries.join('\n')
  const column = columns.get(content) ?? columns.size
  if (!columns.has(content)) sheet.getColumn(column + 1).values = entries
  columns.set(content, column)
  const letters = columnLetters(column)
  return { type: 'list', formulae: [`'${sheet.name}'!$${letters}$1:$${letters}$${entries.length}`] }
}
