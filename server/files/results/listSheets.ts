import type { Scheme } from '../../../scoring/standard/scheme.ts'
import type { Language } from '../../../scoring/text.ts'
import type { BookColumn } from '../xlsx/book.ts'
import type { ResultBook } from './resultBook.ts'
import { worthAtMost } from './rows.ts'
import type { Sheet } from './scoreSheets.ts'
import { headers } from './sheetNames.ts'

/** What is missing, region by region, and how much of the total it could be worth. */
export function missingSheet({ scheme, options, regions }: ResultBook, language: Language): Sheet {
  const rows = regions.flatMap(({ code, name, result }) =>
    (result?.missing ?? []).map((id) => [
      name || code,
      id,
      nameOf(scheme, id, language),
      worthAtMost(scheme, id, options.normalizeShares),
    ]),
  )
  return { columns: columns(language, ['region', 20], ['code', 11], ['name', 36], ['worth', 14]), rows }
}

/** What is wrong with the data of regions that have no result for it. */
export function errorSheet({ scheme, regions }: ResultBook, language: Language): Sheet {
  const rows = regions.flatMap(({ code, name, errors }) =>
    errors.map(({ item, key, row, message }) => [
      name || code,
      item,
      nameOf(scheme, item, language),
      key,
      row,
      message[language],
    ]),
  )
  return {
    columns: columns(
      language,
      ['region', 20],
      ['code', 11],
      ['name', 30],
      ['input', 22],
      ['row', 7, '0'],
      ['problem', 60],
    ),
    rows,
  }
}

/** The survey's dimensions with their uncertainty. */
export function surveyDimensionSheet({ regions }: ResultBook, language: Language): Sheet {
  const rows = regions.flatMap(({ code, name, survey }) =>
    (survey?.dimensions ?? []).map((one) => [
      name || code,
      one.code,
      one.label[language],
      one.weight * 100,
      one.score,
      one.se,
      ...(one.interval ?? [null, null]),
      one.n,
    ]),
  )
  const estimate = [
    ['score', 10],
    ['se', 10],
    ['low', 13],
    ['high', 13],
    ['respondents', 10, '0'],
  ] as const
  return { columns: columns(language, ['region', 20], ['code', 9], ['name', 30], ['weight', 10], ...estimate), rows }
}

/** The survey's questions; diagnostic ones are there too, marked as not scored. */
export function surveyItemSheet({ regions }: ResultBook, language: Language): Sheet {
  const rows = regions.flatMap(({ code, name, survey }) =>
    (survey?.items ?? []).map((one) => [
      name || code,
      one.name,
      one.label[language],
      one.indicator,
      one.weight * 100,
      one.score,
      one.se,
      ...(one.interval ?? [null, null]),
      one.n,
      one.dontKnowRate === null ? null : one.dontKnowRate * 100,
    ]),
  )
  const estimate = [
    ['score', 10],
    ['se', 10],
    ['low', 13],
    ['high', 13],
    ['respondents', 10, '0'],
  ] as const
  return {
    columns: columns(
      language,
      ['region', 20],
      ['code', 9],
      ['name', 44],
      ['indicator', 11],
      ['weight', 10],
      ...estimate,
      ['dontKnow', 14],
    ),
    rows,
  }
}

type Column = readonly [header: keyof typeof headers, width: number, format?: string]

export const columns = (language: Language, ...list: Column[]): BookColumn[] =>
  list.map(([header, width, format]) => ({ header: headers[header][language], width, ...(format ? { format } : {}) }))

function nameOf({ dimensions }: Scheme, id: string, language: Language): string {
  const indicators = dimensions.flatMap((dimension) => dimension.indicators)
  const all = [...dimensions, ...indicators, ...indicators.flatMap((indicator) => indicator.items)]
  return all.find((one) => one.id === id)?.name[language] ?? ''
}
