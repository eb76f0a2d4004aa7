import { z } from 'zod'
import type { ProblemList } from './problem.ts'

/** One or several: files written from R hold a single value without its brackets. */
const listOf = <T extends z.ZodType>(one: T) =>
  z
    .union([z.array(one), one.transform((value) => [value])])
    .nullish()
    .transform((list) => (list ?? []) as z.output<T>[])
const column = z.string().min(1)
const optionalColumn = column.nullish().transform((name) => name ?? null)
const code = z.union([z.string(), z.number()])

const scoredItem = z.union([
  column.transform((name) => ({ name, weight: 1 })),
  z.object({ name: column, weight: z.number().nonnegative() }),
  z
    .object({ column, weight: z.number().nonnegative() })
    .transform((item) => ({ name: item.column, weight: item.weight })),
])

const score = z
  .object({
    level: z.enum(['respondent', 'item']).default('respondent'),
    item_min: z.number(),
    item_max: z.number(),
    min_items: z.int().nonnegative().default(1),
    min_dimensions: z.int().nonnegative().default(1),
    dimensions: z
      .array(z.object({ name: z.string().min(1), weight: z.number().nonnegative(), items: listOf(scoredItem) }))
      .min(1),
  })
  .refine(({ item_min, item_max }) => item_max > item_min, { path: ['item_max'], message: 'above item_min' })

const estimand = z.discriminatedUnion('kind', [
  z.object({ name: z.string().min(1), kind: z.literal('item'), column }),
  z.object({ name: z.string().min(1), kind: z.literal('topbox'), column, values: listOf(code) }),
  z.object({ name: z.string().min(1), kind: z.literal('dimension'), dimension: z.string() }),
  z.object({ name: z.string().min(1), kind: z.literal('composite') }),
])

const trim = z.object({
  lower: z.number().nullish(),
  upper: z.number().nullish(),
  strict: z.boolean().default(true),
  cycles: z.int().nonnegative().default(0),
  tolerance: z.number().nonnegative().default(0),
})

const designFile = z.object({
  case: z.string().nullish(),
  ids: optionalColumn,
  strata: optionalColumn,
  weights: optionalColumn,
  fpc: optionalColumn,
  calibration: z.enum(['none', 'poststratify', 'rake', 'linear', 'trimmed-rake']).default('none'),
  margins: listOf(column),
  numeric_totals: listOf(column),
  trim: trim.nullish().transform((bounds) => bounds ?? null),
  missing_codes: listOf(code),
  lonely_psu: z
    .enum(['fail', 'certainty', 'remove', 'adjust', 'average'])
    .nullish()
    .transform((treatment) => treatment ?? 'fail'),
  string_columns: listOf(column),
  score: score.nullish().transform((given) => given ?? null),
  estimands: z
    .array(estimand)
    .nullish()
    .transform((list) => list ?? []),
  domains: listOf(column),
  contrasts: z
    .array(z.object({ estimand: z.string(), domain: column, a: z.string(), b: z.string() }))
    .nullish()
    .transform((list) => list ?? []),
  quantiles: z
    .array(z.object({ estimand: z.string(), p: listOf(z.number().gt(0).lt(1)) }))
    .nullish()
    .transform((list) => list ?? []),
  /** Whether replicates are worked out; where nothing is said, of samples that are small enough. */
  jackknife: z
    .boolean()
    .nullish()
    .transform((asked) => asked ?? null),
  ratios: z
    .array(z.object({ numerator: column, denominator: column }))
    .nullish()
    .transform((list) => list ?? []),
})

/** A design file of `reference/stats/FORMAT.md`; keys that no arithmetic needs (title, control …) are passed over. */
export type EstimateDesign = z.output<typeof designFile>
export type Estimand = EstimateDesign['estimands'][number]
export type ScoreRule = NonNullable<EstimateDesign['score']>
export type LonelyPsu = EstimateDesign['lonely_psu']

/** Variables of a margin or domain, which may cross several: `district:age`. */
export const variablesOf = (name: string): string[] => name.split(':')

/** Reads a parsed design.json; null where its problems keep anything from being read. */
export function readDesignFile(raw: unknown, problems: ProblemList): EstimateDesign | null {
  const { success, data, error } = designFile.safeParse(raw)
  if (success) return data
  for (const issue of error.issues) {
    const path = issue.path.join('.')
    problems.add({
      file: 'design',
      code: 'design-value',
      ...(path !== '' && { column: path }),
      text: {
        zh: `取值不合格式(${wanted(issue).zh})。格式见 FORMAT.md`,
        en: `is not as the format asks: ${wanted(issue).en}`,
      },
    })
  }
  return null
}

function wanted(issue: z.core.$ZodIssue): { zh: string; en: string } {
  if (issue.code === 'invalid_type') return { zh: `应为 ${issue.expected}`, en: `${issue.expected} expected` }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String).join(' | ')
    return { zh: `应为 ${values} 之一`, en: `one of ${values} expected` }
  }
  if (issue.code === 'too_small') return { zh: `太小或太短，下限 ${issue.minimum}`, en: `at least ${issue.minimum}` }
  if (issue.code === 'too_big') return { zh: `太大，上限 ${issue.maximum}`, en: `at most ${issue.maximum}` }
  return { zh: issue.message, en: issue.message }
}
