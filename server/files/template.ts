import type { FactRow } from '../../scoring/objective/entry.ts'
import type { Scheme } from '../../scoring/standard/scheme.ts'
import type { Language } from '../../scoring/text.ts'
import { type CsvOptions, csvText } from './csv.ts'
import type { Evidence } from './evidence.ts'
import { linesOf } from './template/lines.ts'
import { addDimensionSheet } from './template/sheet.ts'
import { evidenceCells, givenOf, plainValue } from './template/values.ts'
import { bookBytes, newBook } from './xlsx/book.ts'

/**
 * The workbook that an official fills in, a sheet a dimension; `readFacts` takes it back.
 * @param facts what is known already, in the CSV form of R12: then it is an export of one region's facts
 */
export async function templateXlsx(
  scheme: Scheme,
  language: Language,
  facts: readonly (FactRow & Evidence)[] = [],
): Promise<Uint8Array> {
  const book = newBook()
  const lists = { sheet: book.addWorksheet('lists', { state: 'veryHidden' }), columns: new Map<string, number>() }
  const given = givenOf(facts)
  for (const dimension of scheme.dimensions) addDimensionSheet(book, dimension, lists, given, language)
  return bookBytes(book)
}

/** The same as CSV, a row an input, in the form of R12 with what explains it beside: keys, not labels, in the second column. */
export function templateCsv(
  scheme: Scheme,
  language: Language,
  facts: readonly (FactRow & Evidence)[] = [],
  how: CsvOptions = {},
): string {
  const given = givenOf(facts)
  const header = {
    zh: ['指标', '填报项', '值', '名称', '单位', '填法', '来源', '日期', '备注'],
    en: ['indicator', 'input', 'value', 'name', 'unit', 'how to fill in', 'source', 'date', 'note'],
  }[language]
  const lines = scheme.dimensions.flatMap((dimension) => linesOf(dimension, { ticks: false }))
  const rows = lines.map((line) => [
    line.id,
    line.input.key,
    plainValue(line, given),
    `${line.name[language]} · ${line.label[language]}`,
    'unit' in line.input ? line.input.unit[language] : '',
    line.how[language],
    ...evidenceCells(line, given),
  ])
  return csvText([header, ...rows], how)
}
