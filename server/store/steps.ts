import type { EvaluationState, StepAction } from '../shapes/evaluation.ts'
import type { Store } from './database.ts'

/** What was done with an evaluation: its way from draft to published. */
export interface EvaluationStepTable {
  evaluation_id: string
  position: number
  action: StepAction
  from_state: EvaluationState
  to_state: EvaluationState
  account: string
  /** Empty where nothing was said. */
  remark: string
  /** The frozen result that was computed or published. */
  result_version: number | null
  at: string
}

/** A file that a published result rests on, as it was then: gzip in base64. */
export interface ResultFileTable {
  evaluation_id: string
  version: number
  name: string
  content: string
}

/** Moves an evaluation on if it still is where it was seen; gives whether it was. */
export async function moveState(
  db: Store,
  evaluation: string,
  from: EvaluationState,
  to: EvaluationState,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('evaluation')
    .set({ state: to })
    .where('id', '=', evaluation)
    .where('state', '=', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The steps of an evaluation, the newest first. */
export const listSteps = (db: Store, evaluation: string): Promise<EvaluationStepTable[]> =>
  db
    .selectFrom('evaluation_step')
    .selectAll()
    .where('evaluation_id', '=', evaluation)
    .orderBy('position', 'desc')
    .execute()

/** Adds a step behind those that an evaluation has. */
export async function addStep(db: Store, step: Omit<EvaluationStepTable, 'position'>): Promise<void> {
  const [last] = await listSteps(db, step.evaluation_id)
  await db
    .insertInto('evaluation_step')
    .values({ ...step, position: (last?.position ?? 0) + 1 })
    .execute()
}

export const addResultFile = (db: Store, file: ResultFileTable) => db.insertInto('result_file').values(file).execute()

export const findResultFile = (db: Store, evaluation: string, version: number, name: string) =>
  db
    .selectFrom('result_file')
    .selectAll()
    .where('evaluation_id', '=', evaluation)
    .where('version', '=', version)
    .where('name', '=', name)
    .executeTakeFirst()
