import type { SurveyDesign } from '../../../scoring/sampling/design.ts'
import { missingCodes, type ScoringKey } from '../../../scoring/subjective/key.ts'
import type { SubjectiveScore } from '../../../scoring/subjective/score.ts'
import type { Published } from '../published.ts'
import { drawnChannel } from '../tally/fieldTally.ts'

type Design = Record<string, unknown>
type Mixed = NonNullable<SubjectiveScore['mixed']>

/**
 * A survey's design as `tiyan estimate` and R take it (reference/stats/FORMAT.md), with what was decided about it.
 * Weights of items are those in use, after the rules for items that too few people rated.
 */
export function designJson(survey: Published, score: SubjectiveScore): Design {
  const { id, title, round, design, key, settings } = survey
  const { stratum, population } = design.sampling ?? {}
  return {
    case: id,
    title,
    round,
    madeUp: settings.madeUp,
    questionnaire: { id: survey.questionnaireId, version: survey.questionnaireVersion },
    sample: score.kind,
    design: stratum === undefined ? 'srs' : 'stratified',
    ids: null,
    strata: stratum ?? null,
    weights: 'base_weight',
    fpc: population === undefined ? null : 'fpc',
    ...calibrationOf(design, score.respondents),
    ...(score.mixed && { mixed: mixedOf(survey, score.mixed) }),
    missing_codes: Object.values(missingCodes),
    lonely_psu: 'fail',
    string_columns: design.variables.map(({ name }) => name),
    score: scoreRule(key, score),
    estimands: [
      ...score.items.map(({ name }) => ({ name, kind: 'item', column: name })),
      { name: 'score', kind: 'composite' },
    ],
    domains: design.variables.map(({ name }) => name),
    variables: design.variables,
    sources: design.margins.map(({ variables, source }) => ({ margin: variables.join(':'), source })),
    decisions: design.decisions,
  }
}

const scoreRule = ({ scale }: ScoringKey, score: SubjectiveScore): Design => ({
  level: 'item',
  description: 'SR-1: item means over those who rated, on 0–100; then dimensions, then the whole',
  item_min: scale.min,
  item_max: scale.max,
  dimensions: scoredDimensions(score),
})

/** Drawn persons and volunteers are calibrated each on their own; volunteers have no strata. */
function mixedOf({ design, key }: Pick<Published, 'design' | 'key'>, mixed: Mixed): Design {
  const { probability, model } = mixed.parts
  const partOf = (part: SubjectiveScore) => ({
    ...calibrationOf(design, part.respondents),
    score: scoreRule(key, part),
  })
  return {
    column: 'channel',
    drawn: [drawnChannel],
    share: mixed.share,
    parts: { drawn: partOf(probability), volunteers: { ...partOf(model), design: 'srs', strata: null, fpc: null } },
  }
}

function calibrationOf({ calibration, margins }: SurveyDesign, respondents: number): Design {
  if (calibration.method === 'none') return { calibration: 'none', margins: [] }
  const { populationTotal, trim } = calibration
  // Bounds are multiples of the mean weight here, weights there.
  const mean = populationTotal / Math.max(1, respondents)
  return {
    calibration: trim === undefined ? 'rake' : 'trimmed-rake',
    margins: calibration.margins.flatMap((index) => margins[index]?.variables.join(':') ?? []),
    population_total: populationTotal,
    ...(trim && {
      trim: { lower: trim.lower * mean, upper: trim.upper * mean, strict: true, cycles: trim.cycles, tolerance: 1e-6 },
    }),
  }
}

const scoredDimensions = ({ dimensions, items }: SubjectiveScore): Design[] =>
  dimensions.flatMap(({ code, label }) => {
    const own = items.filter(({ weight, dimension }) => weight > 0 && dimension === code)
    const weight = own.reduce((sum, item) => sum + item.weight, 0)
    return own.length === 0
      ? []
      : [{ name: code, label, weight, items: own.map((item) => ({ name: item.name, weight: item.weight })) }]
  })
