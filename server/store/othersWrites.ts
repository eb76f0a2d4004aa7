import { type Kysely, sql } from 'kysely'
import type { Store, Tables } from './database.ts'
import { onPostgres } from './postgres.ts'

// A server knows what it wrote itself, by whichever of its connections. A command beside it, a process of its own, says
// that it wrote: in the one row of `writes_of_commands`, by triggers that only its own connection has.

const told = ['insert on response', 'update on response', 'delete on response', 'insert on response_mark'] as const

/** Lets a server notice what a command changes through this connection to a SQLite store. */
export async function tellServer(db: Kysely<Tables>): Promise<void> {
  if (onPostgres(db)) return
  for (const event of told) {
    const name = `tell_${event.replaceAll(' ', '_')}`
    await sql
      .raw(
        `create temp trigger ${name} after ${event.replace(' on ', ' on main.')} begin
          insert into writes_of_commands (id, writes) values (1, 1)
          on conflict (id) do update set writes = writes + 1;
        end`,
      )
      .execute(db)
  }
}

/** The same for what a thread of the server may have written before it broke: nobody could say what it was. */
export const tellOfUnknown = (db: Store) =>
  sql`insert into writes_of_commands (id, writes) values (1, 1)
    on conflict (id) do update set writes = writes_of_commands.writes + 1`.execute(db)

/**
 * On SQLite, a number that changes when a command has written to the store. On PostgreSQL others say what they wrote
 * (notes.ts).
 */
export async function writesOfOthers(db: Store): Promise<number> {
  const { rows } = await sql<{ writes: number }>`select writes from writes_of_commands`.execute(db)
  return rows[0]?.writes ?? 0
}
