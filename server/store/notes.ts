import { randomUUID } from 'node:crypto'
import { CompiledQuery, sql } from 'kysely'
import type { Store } from './database.ts'

/**
 * What a commit on PostgreSQL changed of what counts, so that every server can keep its tallies up with the others'
 * commits. On SQLite there are none.
 */
export interface CommitNoteTable {
  id: string
  /** The transaction's number, by which a snapshot tells whether it has seen it. */
  xid: number
  /** JSON of the changes; null: whoever counts has to count anew. */
  content: string | null
  /** By the clock of the server that made it: old ones are forgotten. */
  at: string
}

/** This process's own notes, of which it needs no telling. */
const own = new Set<string>()
let unsure = 0

/** Begins a note of this process's own. */
export function newNote(): { id: string; at: string } {
  const id = randomUUID()
  own.add(id)
  return { id, at: new Date().toISOString() }
}

/** Forgets a note that was not made after all. */
export const dropNote = ({ id }: { id: string }): boolean => own.delete(id)

/** A commit of which nobody knows whether it was made: if it was, this process does not know what it changed. */
export function loseNote(): void {
  unsure++
}

const insert =
  'insert into "commit_note" (id, xid, content, at) values ($1, pg_current_xact_id()::text::bigint, $2, $3)'

/** Notes, inside a transaction, what it changes; null where it cannot be said. */
export function noteOf(content: string | null): CompiledQuery {
  const { id, at } = newNote()
  return CompiledQuery.raw(insert, [id, content, at])
}

/** When somebody looked at the notes, as the database counts. */
export interface Look {
  /** What could be seen. */
  snapshot: string
  /** Since when the database has counted its transactions without a break. */
  era: string
}

/** What was committed between two looks at the notes. */
export interface NotesSeen {
  /** Where the next look begins. */
  look: Look
  /** Of other processes, none left out and none twice; null: what it was is not known. */
  changes: (string | null)[]
}

interface Row extends Look {
  id: string | null
  content: string | null
}

/**
 * A database that was broken off, or another that took its place, may number transactions as others were numbered whose
 * commit nobody waited for (buckets.ts). With the break its statistics begin anew, and with its process its start.
 */
const era = sql<string>`concat_ws(' ', pg_postmaster_start_time(), (select stats_reset from pg_stat_bgwriter))`

let unsureBefore = 0

/**
 * The notes of others' commits that could not be seen yet at an earlier look; none at the first. By snapshots, not by
 * numbers: a transaction that began earlier and was committed later is not missed.
 */
export async function notesSince(db: Store, before: Look | null): Promise<NotesSeen> {
  const now = sql`pg_current_snapshot()::text as snapshot, ${era} as era`
  const { rows } = await (before === null
    ? sql<Row>`select ${now}, null as id, null as content`
    : sql<Row>`select ${now}, note.id, note.content
        from (select 1 as one) as always left join commit_note as note
          on note.xid >= pg_snapshot_xmin(${before.snapshot}::pg_snapshot)::text::bigint
          and not pg_visible_in_snapshot(note.xid::text::xid8, ${before.snapshot}::pg_snapshot)
        order by note.xid`
  ).execute(db)
  const look = { snapshot: rows[0]?.snapshot ?? '', era: rows[0]?.era ?? '' }
  const others = rows.filter(({ id }) => id !== null && !own.delete(id))
  const changes = others.map(({ content }) => content)
  if (unsure !== unsureBefore || (before !== null && before.era !== look.era)) changes.push(null)
  unsureBefore = unsure
  return { look, changes }
}

/** Forgets notes that every server has read long since. */
export const forgetNotes = (db: Store, before: string) =>
  db.deleteFrom('commit_note').where('at', '<', before).execute()
