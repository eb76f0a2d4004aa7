import { type ImportanceMatrix, importanceMatrix } from '../../../scoring/analysis/importance.ts'
import type { Context } from '../../context.ts'
import type { Published } from '../published.ts'
import { versionsOf } from '../tally/live.ts'
import { scoreOf } from '../tally/score.ts'
import { improvementQuestion, mentionsOf } from './mentions.ts'

interface Kept {
  mark: string
  matrix: Promise<ImportanceMatrix>
}

const kept = new WeakMap<Context['changes'], Map<string, Kept>>()

/** What people would most like to see improved beside how content they are; worked out once for every state of the responses. */
export async function importanceOf(context: Context, survey: Published): Promise<ImportanceMatrix> {
  const matrices = kept.get(context.changes) ?? new Map<string, Kept>()
  kept.set(context.changes, matrices)
  const { version, revision } = await versionsOf(context, survey)
  const mark = `${version} ${revision}`
  const known = matrices.get(survey.id)
  if (known?.mark === mark) return known.matrix
  const matrix = compute(context, survey)
  matrices.set(survey.id, { mark, matrix })
  // A failure is told to whoever asked, and not kept.
  matrix.catch(() => matrices.delete(survey.id))
  return matrix
}

async function compute(context: Context, survey: Published): Promise<ImportanceMatrix> {
  const { dimensions } = await scoreOf(context, survey.id)
  const { mentions, people } = await mentionsOf(context.db, survey, improvementQuestion(survey))
  return importanceMatrix(dimensions, mentions, people)
}
