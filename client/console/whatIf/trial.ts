import type { WhatIf } from '../../../server/shapes/analysis.ts'

/** What is changed in the scratch copy, as it is being filled in. */
export interface Trial {
  /** Items whose facts are shown to be changed. */
  items: string[]
  /** Changed facts by `placeOf`; undefined: taken away. */
  values: Record<string, string | undefined>
  /** Changed imported scores; null: taken away. */
  scores: Record<string, number | null>
  /** Score of the survey as a whole; null: as it is. */
  survey: number | null
  /** Changed scores of items of the survey. */
  surveyItems: Record<string, number>
  weights: Record<string, number>
  normalizeShares: boolean
}

export const noTrial: Trial = {
  items: [],
  values: {},
  scores: {},
  survey: null,
  surveyItems: {},
  weights: {},
  normalizeShares: false,
}

/** What `POST …/what-if` takes. */
export const requestOf = ({ values, scores, survey, surveyItems, weights, normalizeShares }: Trial): WhatIf => ({
  facts: Object.entries(values).map(([place, value]) => {
    const [indicator = '', input = ''] = place.split('.')
    return { indicator, input, value: value ?? null }
  }),
  scores: Object.entries(scores).map(([indicator, score]) => ({ indicator, score })),
  ...(survey !== null && { survey }),
  surveyItems,
  weights,
  options: { normalizeShares },
})

/** The numbers of some ids chosen anew: kept where they were there, else as they stand. */
export const chosenNumbers = <N extends number | null>(
  ids: string[],
  before: Record<string, N>,
  standing: (id: string) => N,
): Record<string, N> => Object.fromEntries(ids.map((id) => [id, before[id] ?? standing(id)]))
