import { createHash } from 'node:crypto'
import type { Departments } from '../../../scoring/analysis/departments.ts'
import type { ImportanceMatrix } from '../../../scoring/analysis/importance.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { Evaluation, FrozenInputs, ResultDocument } from '../../shapes/evaluation.ts'
import type { Store } from '../../store/database.ts'
import { currentInput } from '../../store/inputs.ts'
import { addResult, newestResultVersion } from '../../store/results.ts'
import { findQuestionnaire } from '../../store/surveys.ts'
import { importanceOf } from '../analysis/importance.ts'
import { currentInputs, rowsOf } from '../evaluations/inputs.ts'
import { findPublished } from '../published.ts'
import { closingScan } from '../quality/report.ts'
import { departmentsFor } from '../regions/departments.ts'
import { programVersion } from '../version.ts'
import { computeResult } from './compute.ts'

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** What is frozen: the result with the hashes of everything that it was made from, and what its reports say besides. */
interface FrozenContent extends ResultDocument {
  inputs: FrozenInputs
  program: { name: string; version: string }
  departments: Departments
  importance: ImportanceMatrix | null
}

/**
 * Computes the result as of now; the returned function keeps it as a new version, which it gives.
 * @throws {Problem} `not-publishable` where the data have errors
 */
export async function freezeResult(
  context: Context,
  evaluation: Evaluation,
  account: string,
): Promise<(db: Store) => Promise<number>> {
  const { id, survey } = evaluation
  const document = await computeResult(context, id, { normalizeShares: false })
  if (document.regions.some(({ result }) => result === null)) throw new Problem('not-publishable', { detail: faulty })
  const content: FrozenContent = {
    ...document,
    inputs: await frozenInputs(context, id, survey),
    program: programVersion,
    ...(await besideResult(context, evaluation)),
  }
  const text = JSON.stringify(content)
  return async (db) => {
    const version = (await newestResultVersion(db, id)) + 1
    await addResult(db, {
      ...{ evaluation_id: id, version, content: text, content_hash: sha256(text) },
      ...{ frozen_by: account, frozen_at: document.computedAt },
    })
    return version
  }
}

/** Names of departments change, and so do answers: a report of the version says later what it says now. */
async function besideResult(
  context: Context,
  evaluation: Evaluation,
): Promise<Pick<FrozenContent, 'departments' | 'importance'>> {
  const { facts } = rowsOf(await currentInputs(context.db, evaluation.id))
  const published = evaluation.survey === null ? undefined : await findPublished(context, evaluation.survey)
  return {
    departments: await departmentsFor(context, evaluation, facts),
    importance: published ? await importanceOf(context, published) : null,
  }
}

const faulty = {
  zh: '数据有误，先改正再计算。',
  en: 'The data have errors: mend them first, then compute.',
}

async function frozenInputs(context: Context, id: string, survey: string | null): Promise<FrozenInputs> {
  const { db } = context
  const input = async (kind: 'facts' | 'scores' | 'survey-score') => {
    const row = await currentInput(db, id, kind)
    return row ? { version: row.version, sha256: sha256(row.content) } : null
  }
  return {
    facts: await input('facts'),
    scores: await input('scores'),
    surveyScore: await input('survey-score'),
    survey: survey === null ? null : await frozenSurvey(context, survey),
  }
}

async function frozenSurvey(context: Context, id: string): Promise<FrozenInputs['survey']> {
  const survey = await findPublished(context, id)
  if (!survey) throw new Error(`survey ${id} is gone`)
  const { questionnaireId, questionnaireVersion, design } = survey
  const questionnaire = await findQuestionnaire(context.db, questionnaireId, questionnaireVersion)
  return {
    id,
    questionnaire: { id: questionnaireId, version: questionnaireVersion, sha256: questionnaire?.content_hash ?? '' },
    designSha256: sha256(JSON.stringify(design)),
    closingScan: await closingScan(context.db, survey),
  }
}
