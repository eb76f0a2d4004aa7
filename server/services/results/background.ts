import type { ImportanceMatrix } from '../../../scoring/analysis/importance.ts'
import { respondentsIn } from '../../../scoring/sampling/tally/tally.ts'
import { importanceWeights, sampleAlternatives } from '../../../scoring/subjective/sampleAlternatives.ts'
import { sampleGroups } from '../../../scoring/subjective/sampleGroups.ts'
import type { Context } from '../../context.ts'
import type { Fieldwork, ResultBackground } from '../../files/results/resultBook.ts'
import { Problem } from '../../http/problem.ts'
import type { Evaluation, ResultDocument } from '../../shapes/evaluation.ts'
import { importanceOf } from '../analysis/importance.ts'
import { currentInputs, rowsOf } from '../evaluations/inputs.ts'
import { sampleShares } from '../monitor/shares.ts'
import { packageSource } from '../package/source.ts'
import { responsesIn, talliesOf } from '../package/survey.ts'
import { participationOf } from '../participation/participation.ts'
import { findPublished, type Published } from '../published.ts'
import { departmentsFor } from '../regions/departments.ts'
import type { FieldTally } from '../tally/fieldTally.ts'
import { tallyFor } from '../tally/live.ts'
import { decisionsOf } from './decisionList.ts'
import { decisionText } from './decisions.ts'
import { frozenResult } from './frozen.ts'

/** The data behind a result: as of now, or those that a published version rested on. */
export async function backgroundOf(
  context: Context,
  evaluation: Evaluation,
  version: number | undefined,
): Promise<ResultBackground> {
  if (version === undefined) {
    const found = await presentBackground(context, evaluation)
    return { ...found, departments: await departmentsFor(context, evaluation, found.facts) }
  }
  const found = await frozenBackground(context, evaluation, version)
  const { departments } = await frozenResult(context.db, evaluation.id, version)
  return { ...found, departments: departments ?? (await departmentsFor(context, evaluation, found.facts)) }
}

type WithoutDepartments = Omit<ResultBackground, 'departments'>

async function presentBackground(context: Context, evaluation: Evaluation): Promise<WithoutDepartments> {
  const { facts, scores } = rowsOf(await currentInputs(context.db, evaluation.id))
  const published = evaluation.survey === null ? undefined : await findPublished(context, evaluation.survey)
  const fieldwork = published
    ? fieldworkOf(published, await tallyFor(context, published), {
        importance: await importanceOf(context, published),
        decisions: await decisionsOf(context.db, evaluation.id),
        participation: await participationOf(context, published.id),
      })
    : null
  return { facts, scores, fieldwork }
}

async function frozenBackground(
  context: Context,
  evaluation: Evaluation,
  version: number,
): Promise<WithoutDepartments> {
  try {
    const { inputs, survey, document } = await packageSource(context, evaluation, version)
    const fieldwork = survey
      ? fieldworkOf(survey.published, talliesOf(responsesIn(survey.responses, survey.published), survey.published), {
          importance: null,
          ...document,
        })
      : null
    return { facts: inputs.facts, scores: inputs.scores, fieldwork }
  } catch (error) {
    // Of a version that was never published the responses were not kept.
    if (!(error instanceof Problem && error.code === 'wrong-state')) throw error
    return { facts: [], scores: [], fieldwork: null }
  }
}

interface Beside extends Pick<ResultDocument, 'decisions' | 'participation'> {
  /** What people want improved: exported responses hold it not, so it was frozen with the version. */
  importance: ImportanceMatrix | null
}

function fieldworkOf(
  { design, key, settings }: Published,
  { tally, drawn }: Pick<FieldTally, 'tally' | 'drawn'>,
  { decisions, participation, importance }: Beside,
): Fieldwork | null {
  if (respondentsIn(tally) === 0) return null
  const data = { tally, drawn, design, key, publication: settings.publication }
  const names = design.variables.map(({ name }) => name)
  const groups = sampleGroups(data, names)
  return {
    shares: sampleShares(design, tally),
    groups: design.variables.map(({ name, label }) => ({ label, groups: groups.get(name) ?? [] })),
    alternatives: sampleAlternatives(data, importance ? importanceWeights(importance) : undefined),
    importance,
    decisions: [...design.decisions, ...decisions.map(decisionText)],
    participation,
  }
}
