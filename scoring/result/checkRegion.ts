import { checkFacts } from '../objective/check.ts'
import { checkScores, type ScoreRow } from '../objective/checkScores.ts'
import { checkSurvey, type ImportedSurvey, type SurveyRow } from '../objective/checkSurvey.ts'
import type { Entry } from '../objective/entry.ts'
import { said } from '../objective/messages.ts'
import { type DataProblem, inOrder } from '../objective/problem.ts'
import type { ItemScore } from '../objective/scoreItem.ts'
import type { Figure } from '../standard/fact.ts'
import type { NumberInput } from '../standard/input.ts'
import type { Indicator, Scheme } from '../standard/scheme.ts'
import { estimated, imported, type Survey, type SurveyEstimate } from './survey.ts'

/** Everything that may be known of one region. */
export interface RegionData {
  /** From `entriesOfRows` or `entriesOfJson`. */
  facts?: readonly Entry[]
  scores?: readonly ScoreRow[]
  /** Survey scores worked out elsewhere. */
  survey?: readonly SurveyRow[]
  /** The survey score that Tiyan estimated. */
  estimate?: SurveyEstimate | null
}

export interface CheckedRegion {
  /** By item, of those whose facts were given. */
  steps: Record<string, ItemScore>
  /** Imported, by item or L2; without the survey's. */
  scores: Record<string, Figure>
  survey: Survey | null
  problems: DataProblem[]
}

/** Checks everything given for one region. Each L2 has one source: facts, imported scores or a survey. */
export function checkRegion(
  scheme: Scheme,
  { facts = [], scores = [], survey = [], estimate }: RegionData,
): CheckedRegion {
  const checkedFacts = checkFacts(scheme, facts)
  const own = estimate ? estimated(estimate) : null
  const { indicator, input } = surveyOf(scheme)
  const taken = own ? new Set([...checkedFacts.indicators, indicator.id]) : checkedFacts.indicators
  const {
    scores: { [indicator.id]: scoreOfSurvey, ...others },
    problems,
  } = checkScores(scheme, scores, taken)
  const entered = checkedFacts.survey
  const table = checkSurvey(indicator, input, survey, taken.has(indicator.id) || scoreOfSurvey !== undefined)
  const conflict = own && entered ? [enteredTwice(indicator, input, entered)] : []
  const figure = entered ?? scoreOfSurvey
  return {
    steps: checkedFacts.steps,
    scores: others,
    survey: own ?? (figure ? imported(figure.exact) : fromTable(table.survey)),
    problems: inOrder(scheme, [...checkedFacts.problems, ...problems, ...table.problems, ...conflict]),
  }
}

const fromTable = (survey: ImportedSurvey | null) => survey && imported(survey.exact, survey.se, survey.kind)

/** The L2 that residents score. */
export function surveyOf({ id, dimensions }: Scheme): { indicator: Indicator; input: NumberInput } {
  for (const { indicators } of dimensions)
    for (const indicator of indicators) if (indicator.survey) return { indicator, input: indicator.survey }
  throw new Error(`the scheme ${id} has no survey`)
}

const enteredTwice = ({ id, name }: Indicator, { key }: NumberInput, { row, text }: Figure & { row: number | null }) =>
  said({
    item: id,
    key,
    reason: 'scoreConflict',
    row,
    name,
    found: text,
    expected: { zh: `${id} 已有本平台调查的得分`, en: `${id} is scored by a survey carried out here` },
  })
