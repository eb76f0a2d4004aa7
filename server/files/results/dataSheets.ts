import type { Input } from '../../../scoring/standard/input.ts'
import type { Scheme } from '../../../scoring/standard/scheme.ts'
import type { Language } from '../../../scoring/text.ts'
import { evidenceByItem, evidenceKeys } from '../evidence.ts'
import { numberOrText } from '../template/values.ts'
import { columns } from './listSheets.ts'
import type { ResultBook } from './resultBook.ts'
import type { Sheet } from './scoreSheets.ts'

/** Every fact with where it comes from. */
export function factSheet({ scheme, regions }: ResultBook, language: Language): Sheet {
  const inputs = inputsOf(scheme)
  const rows = regions.flatMap(({ background }) => {
    const facts = background?.facts ?? []
    const evidence = evidenceByItem(facts)
    return facts.map(({ indicator, input: key, value }) => {
      const known = inputs.get(`${indicator} ${key}`)
      return [
        indicator,
        known?.item[language] ?? '',
        known?.input.label[language] ?? key,
        known && 'unit' in known.input ? known.input.unit[language] : '',
        known ? shownValue(known.input, value, language) : value,
        ...evidenceKeys.map((name) => evidence.get(indicator)?.[name] ?? ''),
      ]
    })
  })
  return {
    columns: columns(
      language,
      ...([
        ['code', 11],
        ['name', 30],
        ['input', 40],
        ['unit', 8],
        ['value', 24, 'General'],
        ['evidence', 24],
        ['date', 12],
        ['note', 24],
      ] as const),
    ),
    rows,
  }
}

function inputsOf({ dimensions }: Scheme) {
  const items = dimensions.flatMap(({ indicators }) => indicators.flatMap((indicator) => indicator.items))
  return new Map(
    items.flatMap(({ id, name, inputs }) =>
      inputs.map((input) => [`${id} ${input.key}`, { item: name, input }] as const),
    ),
  )
}

const truth = { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } }

function shownValue(input: Input, value: string, language: Language): string | number {
  if ('unit' in input) return numberOrText(value)
  if (input.type === 'boolean') return value.toLowerCase() === 'true' ? truth.true[language] : truth.false[language]
  const labels = value
    .split(';')
    .map((key) => input.options.find((option) => option.key === key.trim())?.label[language])
  return labels.filter((label) => label !== undefined).join('; ')
}

/** Scores that were worked out elsewhere: marked as such, without a trace. */
export function importedSheet({ scheme, regions }: ResultBook, language: Language): Sheet {
  const names = new Map(
    scheme.dimensions.flatMap(({ indicators }) =>
      indicators.flatMap(({ id, name, items }) => [
        [id, name] as const,
        ...items.map((one) => [one.id, one.name] as const),
      ]),
    ),
  )
  const rows = regions.flatMap(({ background }) =>
    (background?.scores ?? []).map(({ indicator, score }) => [
      indicator,
      names.get(indicator)?.[language] ?? '',
      numberOrText(String(score)),
    ]),
  )
  return { columns: columns(language, ['code', 11], ['name', 40], ['score', 12]), rows }
}
