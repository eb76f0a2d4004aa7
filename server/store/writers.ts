import { randomUUID } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import type { Store } from './database.ts'

/** A process that changes responses, on PostgreSQL. */
export interface WriterTable {
  id: string
  /** Of its last transaction that changed any, among those of all: one after another in the order of their commits. */
  position: number
}

/** This process, among all that write to the same store. */
let self = randomUUID()

/** After a commit of which nobody knows whether it was made: if it was, it is looked at like another process's. */
export function changeNames(): void {
  self = randomUUID()
}

/**
 * Notes that the transaction changed responses, as the last thing that it does. Positions follow the commits without
 * a gap, because whoever writes holds the writers' lock until its commit (postgres.ts).
 */
export const noteChange = () =>
  CompiledQuery.raw(
    `insert into writer (id, position) select $1, coalesce(max(position), 0) + 1 from writer
   on conflict (id) do update set position = excluded.position`,
    [self],
  )

/** The last change that another process made, or 0. */
export async function changesOfOthers(db: Store): Promise<number> {
  const { newest } = await db
    .selectFrom('writer')
    .select(({ fn }) => fn.max<number | null>('position').as('newest'))
    .where('id', '!=', self)
    .executeTakeFirstOrThrow()
  return newest ?? 0
}
