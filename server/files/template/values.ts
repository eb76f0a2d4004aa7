import type { FactRow } from '../../../scoring/objective/entry.ts'
import type { Language, Text } from '../../../scoring/text.ts'
import { type Evidence, evidenceByItem, evidenceKeys } from '../evidence.ts'
import type { Line } from './lines.ts'

/** Facts that a template is filled with. */
export interface Given {
  /** By item and key, in the CSV form of R12. */
  values: ReadonlyMap<string, string>
  /** By item. */
  evidence: ReadonlyMap<string, Evidence>
}

export const givenOf = (rows: readonly (FactRow & Evidence)[]): Given => ({
  values: new Map(rows.map(({ indicator, input, value }) => [placeOf(indicator, input), value])),
  evidence: evidenceByItem(rows),
})

/** Source, date and note of an item, on its first line. */
export function evidenceCells({ id, remark }: Line, { evidence }: Given): string[] {
  const own = remark === null ? undefined : evidence.get(id)
  return evidenceKeys.map((key) => own?.[key] ?? '')
}

const placeOf = (id: string, key: string): string => `${id}.${key}`

export const answers = { yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } } satisfies Record<string, Text>

/**
 * What the cell of a line shows: a number as a number where that keeps every digit, an option by its label,
 * anything that fits nowhere as it was given, for its error to be seen.
 */
export function cellValue({ id, input, option }: Line, given: Given, language: Language): string | number | null {
  const value = given.values.get(placeOf(id, input.key))
  if (value === undefined) return null
  if (input.type === 'boolean') return answerTo(value, language)
  if (input.type === 'choice') return input.options.find(({ key }) => key === value)?.label[language] ?? value
  if (input.type !== 'set') return numberOrText(value)

  const pieces = value
    .split(';')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  const tickable =
    new Set(pieces).size === pieces.length && pieces.every((piece) => input.options.some(({ key }) => key === piece))
  if (tickable) return option === null ? null : answers[pieces.includes(option.key) ? 'yes' : 'no'][language]
  if (option !== null) return null
  const labels = pieces.map((piece) => input.options.find(({ key }) => key === piece)?.label[language] ?? piece)
  return labels.length > 0 ? labels.join(';') : none[language]
}

/** The same with keys, as R12 writes it; an empty set has a word, as a blank stands for what is not given. */
export function plainValue({ id, input }: Line, given: Given): string | number | null {
  const value = given.values.get(placeOf(id, input.key))
  if (value === undefined) return null
  return input.type === 'set' && value.trim() === '' ? none.en : numberOrText(value)
}

export const numberOrText = (value: string): string | number =>
  String(Number(value)) === value ? Number(value) : value

const none: Text = { zh: '无', en: 'none' }

function answerTo(value: string, language: Language): string {
  const truth = value.toLowerCase()
  return truth === 'true' ? answers.yes[language] : truth === 'false' ? answers.no[language] : value
}
