import type { Scheme } from '../standard/scheme.ts'
import type { Text } from '../text.ts'

/** What can be wrong with facts, scores or a survey score; for one value the first that applies is reported (R11). */
export const reasons = [
  'unknownItem',
  'unknownInput',
  'emptyValue',
  'notNumber',
  'notBoolean',
  'notList',
  'notFinite',
  'negative',
  'notInteger',
  'outOfRange',
  'unknownOption',
  'duplicateOption',
  'sharedConflict',
  'missingInput',
  'exceeds',
  'zeroDenominator',
  'duplicateInput',
  'scoreConflict',
] as const

export type Reason = (typeof reasons)[number]

export interface DataProblem {
  /** Item, or L2 where a score of an L2 or the survey is meant. */
  item: string
  key: string | null
  reason: Reason
  /** Line of the CSV or row of the sheet, where there is one. */
  row: number | null
  message: Text
}

/** In the order of the scheme, what the scheme does not know first; within an item in the order of its inputs. */
export function inOrder(scheme: Scheme, problems: DataProblem[]): DataProblem[] {
  if (problems.length < 2) return problems
  const places = placesOf(scheme)
  const place = ({ item, key }: DataProblem) => places.get(`${item} ${key}`) ?? places.get(item) ?? -1
  const rank = ({ reason }: DataProblem) => reasons.indexOf(reason)
  return [...problems].sort((a, b) => place(a) - place(b) || rank(a) - rank(b) || (a.row ?? 0) - (b.row ?? 0))
}

function placesOf({ dimensions }: Scheme): Map<string, number> {
  const names = dimensions.flatMap(({ indicators }) =>
    indicators.flatMap(({ id, survey, items }) => [
      id,
      ...(survey ? [`${id} ${survey.key}`] : []),
      ...items.flatMap((item) => [item.id, ...item.inputs.map(({ key }) => `${item.id} ${key}`)]),
    ]),
  )
  return new Map(names.map((name, place) => [name, place]))
}
