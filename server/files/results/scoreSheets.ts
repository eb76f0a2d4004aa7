import { mostOf } from '../../../scoring/standard/item.ts'
import type { Dimension, Indicator } from '../../../scoring/standard/scheme.ts'
import type { Language, Text } from '../../../scoring/text.ts'
import { type BookColumn, cellsOf, type Formula, type Value } from '../xlsx/book.ts'
import type { BookRegion, ResultBook } from './resultBook.ts'
import { dimensionRows, indicatorRows, type Parts, pointsOf, shareFactor } from './rows.ts'
import { headers, phrases, sheetNames } from './sheetNames.ts'

/** The columns and rows of one sheet. */
export interface Sheet {
  columns: BookColumn[]
  rows: Value[][]
}

/** Columns: code, name, what it belongs to, kind, weight or maximum; then a score for each region. */
export const weightColumn = 4
export const scoreColumn = (region: number): number => weightColumn + 1 + region

/** Of one region there is also what the score adds to the total, and its bounds. */
const onlyRegion = ({ regions }: ResultBook): BookRegion | null => (regions.length === 1 ? (regions[0] ?? null) : null)

export function itemSheet(book: ResultBook, language: Language): Sheet {
  const indicators = sheetNames.indicators[language]
  const name = sheetNames.items[language]
  const rows = indicatorRows(book.scheme).flatMap(({ element, row, first }) =>
    element.items.map((item, at): Value[] => {
      const deduction = item.kind === 'deduction'
      const scores = book.regions.map(({ result }) => pointsOf(result, 'items', item.id))
      const [score = null] = scores
      const cell = cellsOf(name, scoreColumn(0), first + at)
      const factor = shareFactor(element, book.options.normalizeShares)
      const contribution = deduction
        ? lessPoints(cell, score)
        : weighted(cell, cellsOf(indicators, weightColumn, row), score, element.weight, factor)
      const fixed = [item.id, item.name[language], element.name[language], kindName(deduction, language), mostOf(item)]
      return [...fixed, ...scores, ...(onlyRegion(book) ? [contribution] : [])]
    }),
  )
  return { columns: columnsOf(book, language, [headers.item, headers.indicator, headers.maximum], 1), rows }
}

export function indicatorSheet(book: ResultBook, language: Language): Sheet {
  const name = sheetNames.indicators[language]
  const rows = indicatorRows(book.scheme).map((parts): Value[] => {
    const { element, dimension, row } = parts
    const scores = book.regions.map(({ result }) => pointsOf(result, 'indicators', element.id))
    return [
      ...[element.id, element.name[language], dimension.name[language], kindName(isDeduction(dimension), language)],
      element.weight,
      ...book.regions.map((_, region) => indicatorScore(book, parts, region, scores[region] ?? null, language)),
      ...contributionAndBounds(book, {
        level: 'indicators',
        element,
        dimension,
        sheet: name,
        row,
        score: scores[0] ?? null,
      }),
    ]
  })
  return { columns: columnsOf(book, language, [headers.indicator, headers.dimension, headers.weight], 3), rows }
}

export function dimensionSheet(book: ResultBook, language: Language): Sheet {
  const name = sheetNames.dimensions[language]
  const rows = dimensionRows(book.scheme).map((parts): Value[] => {
    const { element, row } = parts
    const scores = book.regions.map(({ result }) =>
      isDeduction(element) ? (result?.deductions.total ?? null) : (result?.dimensions[element.id] ?? null),
    )
    return [
      ...[element.id, element.name[language], `${phrases.table[language]} ${book.scheme.weightsTable}`],
      ...[kindName(isDeduction(element), language), element.weight],
      ...book.regions.map((_, region) => dimensionScore(parts, region, scores[region] ?? null, language)),
      ...contributionAndBounds(book, {
        level: 'dimensions',
        element,
        dimension: element,
        sheet: name,
        row,
        score: scores[0] ?? null,
      }),
    ]
  })
  return { columns: columnsOf(book, language, [headers.dimension, headers.source, headers.weight], 3), rows }
}

/** The sum of the items where they are all there; a score without items (imported, the survey's) stands by itself. */
function indicatorScore(
  { regions, options }: ResultBook,
  { element, first, count }: Parts<Indicator>,
  region: number,
  score: number | null,
  language: Language,
): Value {
  const items = element.items.map((item) => pointsOf(regions[region]?.result ?? null, 'items', item.id))
  if (count === 0 || (score !== null && items.includes(null))) return score
  const range = cellsOf(sheetNames.items[language], scoreColumn(region), first, count)
  const factor = shareFactor(element, options.normalizeShares)
  return formula(`IF(COUNT(${range})<${count},"",SUM(${range})${factor === 1 ? '' : `*${factor}`})`, score)
}

/** The weighted mean of the L2s; of deductions the sum. */
function dimensionScore(
  { element, first, count }: Parts<Dimension>,
  region: number,
  score: number | null,
  language: Language,
): Value {
  const name = sheetNames.indicators[language]
  const range = cellsOf(name, scoreColumn(region), first, count)
  const weights = cellsOf(name, weightColumn, first, count)
  const value = isDeduction(element) ? `SUM(${range})` : `SUMPRODUCT(${weights},${range})/SUM(${weights})`
  return formula(`IF(COUNT(${range})<${count},"",${value})`, score)
}

interface Line {
  level: 'indicators' | 'dimensions'
  element: { id: string; weight: number }
  dimension: Dimension
  sheet: string
  row: number
  score: number | null
}

function contributionAndBounds(book: ResultBook, { level, element, dimension, sheet, row, score }: Line): Value[] {
  const only = onlyRegion(book)
  if (!only) return []
  const cell = cellsOf(sheet, scoreColumn(0), row)
  const contribution = isDeduction(dimension)
    ? lessPoints(cell, score)
    : weighted(cell, cellsOf(sheet, weightColumn, row), score, element.weight)
  return [contribution, ...(only.result?.bounds[level][element.id] ?? [null, null])]
}

const formula = (text: string, result: number | null): Formula => ({ formula: text, result })

const weighted = (cell: string, weightCell: string, score: number | null, weight: number, factor = 1): Formula =>
  formula(
    `IF(${cell}="","",${cell}*${weightCell}/100${factor === 1 ? '' : `*${factor}`})`,
    score === null ? null : (score * weight * factor) / 100,
  )

const lessPoints = (cell: string, points: number | null): Formula =>
  formula(`IF(${cell}="","",-${cell})`, points === null ? null : -points)

const isDeduction = ({ kind }: Dimension): boolean => kind === 'deduction'

const kindName = (deduction: boolean, language: Language): string =>
  phrases[deduction ? 'deduction' : 'points'][language]

function columnsOf(book: ResultBook, language: Language, [name, over, worth]: Text[], extra: 1 | 3): BookColumn[] {
  const only = onlyRegion(book)
  const regions = only ? [headers.score[language]] : book.regions.map((region) => region.name || region.code)
  const more = only ? [headers.contribution, headers.lowest, headers.highest].slice(0, extra) : []
  return [
    { header: headers.code[language], width: 11 },
    { header: name?.[language] ?? '', width: 34 },
    { header: over?.[language] ?? '', width: 20 },
    { header: headers.kind[language], width: 10 },
    { header: worth?.[language] ?? '', width: 10, format: '0.##' },
    ...regions.map((header) => ({ header, width: 12 })),
    ...more.map((header) => ({ header: header[language], width: 12 })),
  ]
}
