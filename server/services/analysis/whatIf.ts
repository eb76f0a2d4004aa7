import { changedParts } from '../../../scoring/analysis/changedParts.ts'
import { contributionsOf } from '../../../scoring/analysis/contributions.ts'
import { reweighted, weightProblems } from '../../../scoring/analysis/reweighted.ts'
import { surveyOf } from '../../../scoring/result/checkRegion.ts'
import { scoreRegion } from '../../../scoring/result/total.ts'
import type { Item } from '../../../scoring/standard/item.ts'
import type { Scheme } from '../../../scoring/standard/scheme.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { SubjectiveScore } from '../../../scoring/subjective/score.ts'
import type { Text } from '../../../scoring/text.ts'
import type { Context } from '../../context.ts'
import { type InputProblem, Problem } from '../../http/problem.ts'
import type { WhatIf, WhatIfAnswer } from '../../shapes/analysis.ts'
import { evaluationOf } from '../evaluations/find.ts'
import { currentInputs, type InputRows, regionData, rowsOf } from '../evaluations/inputs.ts'
import { scoreOf } from '../tally/score.ts'

/**
 * The result as it would be with some changes, beside the one as of now, and what makes the difference. Works on a
 * scratch copy of what is there: nothing is kept.
 * @throws {Problem} `not-found`, `invalid` with everything that is wrong with the scratch copy
 */
export async function tryOut(context: Context, id: string, trial: WhatIf): Promise<WhatIfAnswer> {
  const evaluation = await evaluationOf(context, id)
  const scheme = schemes[evaluation.scheme]
  const survey = evaluation.survey === null ? null : await scoreOf(context, evaluation.survey)
  const rows = rowsOf(await currentInputs(context.db, id))
  const before = scoreRegion(scheme, regionData(rows, survey), { normalizeShares: false })
  const wrong = [
    ...weightProblems(scheme, trial.weights).map(({ id, message }) => problem(['weights', id], 'weights', message)),
    ...surveyProblems(survey, trial),
  ]
  if (wrong.length > 0) throw new Problem('invalid', { errors: wrong })
  const tried = reweighted(scheme, trial.weights)
  const surveyThen = surveyAs(survey, trial)
  const rowsThen =
    survey === null && trial.survey !== undefined
      ? withSurvey(withoutIndicator(rows, surveyOf(scheme).indicator.id), trial.survey)
      : rows
  const after = scoreRegion(tried, regionData(rowsAs(scheme, rowsThen, trial), surveyThen), trial.options)
  if (before.result === null || after.result === null) {
    const errors = [...after.errors, ...(after.result === null ? [] : before.errors)]
    throw new Problem('invalid', {
      errors: errors.map(({ item, key, reason, message }) => problem([item, key], reason, message)),
    })
  }
  return {
    before: before.result,
    after: after.result,
    parts: changedParts(
      // Where the survey changes as a whole it is one part on both sides.
      contributionsOf(scheme, before.result, trial.survey === undefined ? survey?.items : []),
      contributionsOf(tried, after.result, trial.survey === undefined ? surveyThen?.items : []),
    ),
    notes: notesOn(survey, trial),
  }
}

const problem = (path: (string | null)[], code: string, message: Text): InputProblem => ({
  path: path.filter((part) => part !== null).join('/'),
  code,
  message,
})

/** The rows with the values of the trial in their place; those it takes away are gone. */
function rowsAs(scheme: Scheme, rows: InputRows, { facts, scores }: WhatIf): InputRows {
  const newFacts = new Map(facts.map((fact) => [placeOf(fact), fact]))
  const replaced = new Set(facts.flatMap((fact) => (fact.value === null ? [placeOf(fact)] : samePlaces(scheme, fact))))
  const newScores = new Map(scores.map((own) => [own.indicator, own]))
  return {
    ...rows,
    facts: [
      ...rows.facts.filter((row) => !replaced.has(placeOf(row))),
      ...[...newFacts.values()].flatMap(({ value, ...place }) =>
        value === null ? [] : [{ ...place, value, row: null }],
      ),
    ],
    scores: [
      ...rows.scores.filter(({ indicator }) => !newScores.has(indicator)),
      ...[...newScores.values()].flatMap(({ indicator, score }) =>
        score === null ? [] : [{ indicator, score, row: null }],
      ),
    ],
  }
}

interface FactPlace {
  indicator: string
  input: string
}

const placeOf = ({ indicator, input }: FactPlace) => `${indicator} ${input}`

/** A shared fact is the same one in every item of its L2 that asks for it (R9). */
function samePlaces({ dimensions }: Scheme, { indicator, input }: FactPlace): string[] {
  const asks = ({ inputs }: Item) => inputs.some(({ key, shared }) => key === input && shared)
  const siblings = dimensions
    .flatMap(({ indicators }) => indicators)
    .filter(({ items }) => items.some((item) => item.id === indicator && asks(item)))
    .flatMap(({ items }) => items.filter(asks).map(({ id }) => id))
  return [indicator, ...siblings].map((item) => placeOf({ indicator: item, input }))
}

const withoutIndicator = (rows: InputRows, id: string): InputRows => ({
  ...rows,
  facts: rows.facts.filter(({ indicator }) => indicator !== id),
  scores: rows.scores.filter(({ indicator }) => indicator !== id),
})

/** Another score of a survey carried out elsewhere; its standard error stays. */
const withSurvey = (rows: InputRows, score: number): InputRows => ({
  ...rows,
  'survey-score': [{ ...(rows['survey-score'][0] ?? { row: null }), score }],
})

const isRated = ({ score, weight }: SubjectiveScore['items'][number]) => score !== null && weight > 0

/** The survey carried out here, with other scores of its items or of the whole; its spread stays as it is. */
function surveyAs(survey: SubjectiveScore | null, { survey: whole, surveyItems }: WhatIf): SubjectiveScore | null {
  if (survey === null || survey.score === null) return survey
  const items = survey.items.map((item) => ({ ...item, score: surveyItems[item.name] ?? item.score }))
  const shift = items.filter(isRated).reduce((sum, { weight, score, name }) => {
    const before = survey.items.find((item) => item.name === name)?.score ?? 0
    return sum + weight * ((score ?? 0) - before)
  }, 0)
  const score = whole ?? survey.score + shift
  const moved = score - survey.score
  const interval =
    survey.interval && ([survey.interval[0] + moved, survey.interval[1] + moved] satisfies [number, number])
  return { ...survey, items, score, interval }
}

function surveyProblems(survey: SubjectiveScore | null, { survey: whole, surveyItems }: WhatIf): InputProblem[] {
  const names = Object.keys(surveyItems)
  if (names.length > 0 && whole !== undefined)
    return [
      problem(['survey'], 'survey', {
        zh: '调查得分与各题得分只能改其一',
        en: 'change the score of the survey or the scores of its items, not both',
      }),
    ]
  const rated = new Set(survey?.items.filter(isRated).map(({ name }) => name))
  return names
    .filter((name) => !rated.has(name))
    .map((name) =>
      problem(['surveyItems', name], 'surveyItems', {
        zh: `“${name}”不是计分的题目，或没有得分`,
        en: `“${name}” is no scored item, or it has no score`,
      }),
    )
}

const notesOn = (survey: SubjectiveScore | null, { survey: whole, surveyItems, weights, options }: WhatIf): Text[] => [
  ...(Object.keys(weights).length > 0
    ? [
        {
          zh: '权重与标准的表 29、表 A.20 不同，只能用于讨论',
          en: 'The weights are not those of tables 29 and A.20: for discussion only',
        },
      ]
    : []),
  ...(options.normalizeShares
    ? [
        {
          zh: '份额之和不足 100% 的二级指标已折算（口径 R59）',
          en: 'L2s whose shares add up to less than 100 % are scaled up (ruling R59)',
        },
      ]
    : []),
  ...(survey !== null && (whole !== undefined || Object.keys(surveyItems).length > 0)
    ? [
        {
          zh: '调查的标准误按现有样本，没有随之改变',
          en: 'The standard error of the survey is that of the present sample, unchanged',
        },
      ]
    : []),
]
