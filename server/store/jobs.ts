import type { Store } from './database.ts'

/** Work that one server does at a time; it is gone when it is done, or due again later. */
export interface JobTable {
  id: string
  kind: string
  /** What it is about, as its kind has it. */
  content: string
  /** Milliseconds since 1970. */
  due_at: number
  /** The process that is at it; null: nobody. */
  holder: string | null
  /** Counts on while somebody is at it: who sees it stand still may take the job over. */
  beat: number
}

/** Adds a job that is due at once, unless it is there already. */
export const addJob = (db: Store, job: Pick<JobTable, 'id' | 'kind' | 'content'>) =>
  db
    .insertInto('job')
    .values({ ...job, due_at: 0, holder: null, beat: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

/** Jobs of a kind, those that are due the longest first. */
export const jobsOf = (db: Store, kind: string): Promise<JobTable[]> =>
  db.selectFrom('job').selectAll().where('kind', '=', kind).orderBy('due_at').orderBy('id').execute()

/** Takes a job that is as it was seen; false where another process was faster. One conditional update, no lock is held. */
export async function takeJob(db: Store, { id, holder, beat }: JobTable, taker: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('job')
    .set({ holder: taker, beat: beat + 1 })
    .where('id', '=', id)
    .where('beat', '=', beat)
    .where('holder', holder === null ? 'is' : '=', holder)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

type Held = { id: string; holder: string }

/** A sign of life; false where the job is gone, or another process's. */
export async function beatJob(db: Store, { id, holder }: Held): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('job')
    .set(({ eb }) => ({ beat: eb('beat', '+', 1) }))
    .where('id', '=', id)
    .where('holder', '=', holder)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Lays a job down, to be done when it is due; whose it is not lays down nothing. */
export const leaveJob = (db: Store, { id, holder }: Held, due_at: number) =>
  db
    .updateTable('job')
    .set(({ eb }) => ({ due_at, holder: null, beat: eb('beat', '+', 1) }))
    .where('id', '=', id)
    .where('holder', '=', holder)
    .execute()

/** The job is done for good, or not wanted any more. */
export const removeJob = (db: Store, id: string) => db.deleteFrom('job').where('id', '=', id).execute()

/** Nobody is at any job: for the start of a server that is the only one. */
export const freeJobs = (db: Store) => db.updateTable('job').set({ holder: null }).execute()
