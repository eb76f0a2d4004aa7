import type { Text } from '../../text.ts'
import { type AlphaBlock, alphaBlock } from './alpha.ts'
import { type Block, block, type EmptyBlock } from './block.ts'
import { type ContrastBlock, contrastBlock } from './contrasts.ts'
import type { Estimand, EstimateDesign, ScoreRule } from './designFile.ts'
import { type ItemLevelBlock, itemLevelBlock } from './itemLevel.ts'
import { type LonelyOptions, lonelyOptions } from './lonelyOptions.ts'
import { type MissingBlock, missingBlock } from './naHandling.ts'
import { notesOf } from './notes.ts'
import type { InputProblem } from './problem.ts'
import { type QuantileBlock, quantileBlock } from './quantiles.ts'
import { type RatioBlock, ratioBlock } from './ratios.ts'
import type { Categories } from './readColumn.ts'
import { type Files, readFiles } from './readFiles.ts'
import type { Input } from './readInput.ts'
import { type ReplicatesBlock, replicatesBlock } from './replicates.ts'
import { lonelyStrata } from './sample.ts'
import { type NumericColumns, scoredItems, type Values, valuesBy } from './scores.ts'
import { type Survey, surveyOf } from './survey.ts'
import { type TrimStages, trimStages } from './trimStages.ts'
import { type WeightsBlock, weightsBlock } from './weightsBlock.ts'

interface EstimandBlock {
  kind: Estimand['kind']
  overall: Block | EmptyBlock
  /** By variable and category; absent where the design names no domains. */
  domains?: Record<string, Record<string, Block | EmptyBlock>>
}

/** Survey statistics in the shape of `expected.json`, FORMAT.md of the statistics reference. NaN: not defined. */
export interface Estimates {
  case?: string
  n: number
  /** Of the full design. */
  degf: number
  weights: WeightsBlock
  estimands: Record<string, EstimandBlock>
  contrasts?: ContrastBlock[]
  quantiles?: QuantileBlock[]
  ratios?: RatioBlock[]
  /** Of each dimension, then of all items. */
  alpha?: AlphaBlock[]
  composite_item_level?: ItemLevelBlock
  trim_stages?: TrimStages
  /** Of every estimand, where one has missing answers. */
  na_handling?: Record<string, MissingBlock>
  replicates?: ReplicatesBlock
  lonely_psu_options?: LonelyOptions
}

export interface Estimated {
  estimates: Estimates
  /** What a reader must know beside the numbers. */
  notes: Text[]
  /** What they were made of. */
  input: Input
  survey: Survey
}

/** Survey statistics from a design, responses and population; all problems of the input where it has any. */
export function estimate(files: Files): Estimated | { problems: InputProblem[] } {
  const read = readFiles(files)
  if ('problems' in read) return read
  const { input, multipliers } = read
  const survey = surveyOf(input.frame, input.design)
  if (survey === null) return { problems: [unreachable] }
  return { estimates: estimatesOf(survey, input, multipliers), notes: notesOf(survey, input.frame), input, survey }
}

/** Trimming can take away what the reading of the margins has seen: the last weight of a category. */
const unreachable: InputProblem = {
  file: 'design',
  row: null,
  column: 'trim',
  code: 'no-weight-left',
  message: {
    zh: '设计文件，“trim”：修剪后某个类别不再有权数，无法再校准。请放宽上下界',
    en: 'Design, “trim”: after trimming, a category has no weight left to calibrate with. Widen the bounds',
  },
}

function estimatesOf(survey: Survey, input: Input, multipliers: Float64Array[] | null): Estimates {
  const { design, frame, columns } = input
  const values = valuesBy(input)
  const yOf = new Map(values.map(({ name, y }) => [name, y]))
  const domains = new Map([...input.domains].map(([name, categories]) => [name, rowsBy(categories)]))
  const replicates = replicatesBlock(survey, design, values, multipliers)
  const missing = values.some(({ y }) => y.some(Number.isNaN))
  return {
    ...(design.case && { case: design.case }),
    n: survey.length,
    degf: survey.degf,
    weights: weightsBlock(survey, frame.margins),
    estimands: Object.fromEntries(values.map((own) => [own.name, estimandBlock(survey, own, design.domains, domains)])),
    ...(design.contrasts.length > 0 && {
      contrasts: design.contrasts.map((contrast) => {
        const rows = domains.get(contrast.domain)!
        return contrastBlock(survey, contrast, yOf.get(contrast.estimand)!, {
          a: rows.get(contrast.a)!,
          b: rows.get(contrast.b)!,
        })
      }),
    }),
    ...(design.quantiles.length > 0 && {
      quantiles: design.quantiles.map(({ estimand, p }) => quantileBlock(survey, estimand, yOf.get(estimand)!, p)),
    }),
    ...(design.ratios.length > 0 && {
      ratios: design.ratios.map((names) =>
        ratioBlock(survey, names, columns.get(names.numerator)!, columns.get(names.denominator)!),
      ),
    }),
    ...(design.score && {
      alpha: alphas(survey, design.score, columns),
      composite_item_level: itemLevelBlock(survey, design.score, columns, named(domains, design.domains)),
    }),
    ...stages(survey, design, values),
    ...(missing && {
      na_handling: Object.fromEntries(values.map(({ name, y }) => [name, missingBlock(survey, frame, design, y)])),
    }),
    ...(replicates && { replicates }),
    ...(lonelyStrata(survey.sample).length > 0 && { lonely_psu_options: lonelyOptions(survey, values) }),
  }
}

/** The domains that the design names, without those of its contrasts alone. */
const named = (domains: Domains, names: string[]): Domains =>
  new Map([...domains].filter(([name]) => names.includes(name)))

type Domains = ReadonlyMap<string, ReadonlyMap<string, Int32Array>>

function rowsBy({ of, labels }: Categories): Map<string, Int32Array> {
  const rows: number[][] = labels.map(() => [])
  of.forEach((label, row) => {
    rows[label]?.push(row)
  })
  return new Map(labels.map((label, index) => [label, Int32Array.from(rows[index]!)]))
}

function estimandBlock(survey: Survey, { kind, y }: Values, names: string[], domains: Domains): EstimandBlock {
  const proportion = kind === 'topbox'
  const inDomains = (name: string) =>
    Object.fromEntries([...domains.get(name)!].map(([label, rows]) => [label, block(survey, y, { rows, proportion })]))
  return {
    kind,
    overall: block(survey, y, { rows: null, proportion }),
    ...(names.length > 0 && { domains: Object.fromEntries(names.map((name) => [name, inDomains(name)])) }),
  }
}

function alphas({ weights }: Survey, score: ScoreRule, columns: NumericColumns): AlphaBlock[] {
  const of = (scale: string, names: string[]) =>
    alphaBlock(
      scale,
      names.map((name) => ({ name, values: columns.get(name)! })),
      weights,
    )
  return [
    ...score.dimensions.map((dimension) => of(dimension.name, scoredItems({ ...score, dimensions: [dimension] }))),
    of('all items', scoredItems(score)),
  ]
}

function stages(survey: Survey, { trim }: EstimateDesign, values: Values[]): { trim_stages?: TrimStages } {
  if (survey.untrimmed === null || trim === null) return {}
  const composite = values.find(({ kind }) => kind === 'composite')
  return { trim_stages: trimStages(survey, survey.untrimmed, trim, composite?.y ?? null) }
}
