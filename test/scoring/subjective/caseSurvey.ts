import type { SurveyDesign, Variable } from '../../../scoring/sampling/design.ts'
import { addResponse } from '../../../scoring/sampling/tally/addResponse.ts'
import { emptyTally } from '../../../scoring/sampling/tally/tally.ts'
import type { ScoringKey } from '../../../scoring/subjective/key.ts'
import type { Row, statsCase } from '../sampling/statsCase.ts'

const text = (words: string) => ({ zh: words, en: words })

export const variable = (name: string, codes: string[]): Variable => ({
  name,
  label: text(name),
  question: name,
  categories: codes.map((code) => ({ code, label: text(code), values: [code] })),
})

/** Design, scoring key and tally of a reference case (post-stratifying is raking on a single crossed margin): an item's coefficient is its share of the score. */
export function caseSurvey({ design: given, expected, rows, population }: ReturnType<typeof statsCase>) {
  const names = [...new Set([...given.margins.flatMap((margin) => margin.split(':')), ...given.domains])]
  if (given.strata !== null && !names.includes(given.strata)) names.push(given.strata)
  const variables = names.map((name) => variable(name, [...new Set(rows.map((row) => row[name]!))].sort()))
  const sizes = rows.flatMap((row): [string, number][] =>
    given.fpc === null ? [] : [[given.strata === null ? '' : row[given.strata]!, Number(row[given.fpc])]],
  )
  const design: SurveyDesign = {
    variables,
    margins: given.margins.map((margin) => ({
      variables: margin.split(':'),
      counts: population
        .filter((row) => row.variable === margin)
        .map(({ category, count }) => ({ categories: category.split(':'), count: Number(count) })),
      source: text('reference'),
    })),
    calibration:
      given.margins.length === 0
        ? { method: 'none' }
        : {
            method: 'rake',
            margins: [...given.margins.keys()],
            populationTotal: Math.round(expected.weights.sum),
            ...(given.trim !== null && { trim: timesMean(given.trim, expected.weights.sum / rows.length) }),
          },
    sampling: {
      ...(given.strata !== null && { stratum: given.strata }),
      ...(sizes.length > 0 && { population: Object.fromEntries(sizes) }),
    },
    decisions: [],
  }
  const { items, item_coefficients } = expected.composite_item_level
  const key: ScoringKey = {
    scale: { min: given.score.item_min, max: given.score.item_max },
    dimensions: given.score.dimensions.map(({ name, items: own }) => ({
      code: name,
      label: text(name),
      weight: own.reduce((sum, item) => sum + item_coefficients[items.indexOf(item)]!, 0),
    })),
    items: items.map((name, at) => ({
      name,
      label: text(name),
      dimension: given.score.dimensions.find((dimension) => dimension.items.includes(name))!.name,
      indicator: name,
      scored: true,
      weight: item_coefficients[at]!,
    })),
  }
  const tally = emptyTally(key)
  for (const row of rows) addResponse(tally, cellOfRow(row, names), Number(row[given.weights]), codesOf(row, items))
  return { design, key, tally }
}

const timesMean = ({ lower, upper, cycles }: { lower: number; upper: number; cycles: number }, mean: number) => ({
  lower: lower / mean,
  upper: upper / mean,
  cycles,
})

const cellOfRow = (row: Row, names: string[]) => names.map((name) => row[name]).join('|')
const codesOf = (row: Row, items: string[]) => items.map((item) => (row[item] === '' ? 99 : Number(row[item])))
