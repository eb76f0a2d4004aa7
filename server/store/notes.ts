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

/** What was committed between two looks at the notes. */
export interface NotesSeen {
  /** What could be seen: where the next look begins. */
  snapshot: string
  /** Of other processes, none left out and none twice; null: what it was is not known. */
  changes: (string | null)[]
}

interface Row {
  snapshot: string
  id: string | null
  content: string | null
}

let unsureBefore = 0

/**
 * The notes of others' commits that could not be seen yet at an earlier look; none at the first. By snapshots, not by
 * numbers: a transaction that began earlier and was committed later is not missed.
 */
export async function notesSince(db: Store, before: string | null): Promise<NotesSeen> {
  const { rows } = await (before === null
    ? sql<Row>`select pg_current_snapshot()::text as snapshot, null as id, null as content`
    : sql<Row>`select pg_current_snapshot()::text as snapshot, note.id, note.content
        from (select 1 as one) as always left join commit_note as note
          on note.xid >= pg_snapshot_xmin(${before}::pg_snapshot)::text::bigint
          and not pg_visible_in_snapshot(note.xid::text::xid8, ${before}::pg_snapshot)
        order by note.xid`
  ).execute(db)
  const others = rows.filter(({ id }) => id !== null && !own.delete(id))
  const changes = others.map(({ content }) => content)
  if (unsure !== unsureBefore) changes.push(null)
  unsureBefore = unsure
  return { snapshot: rows[0]?.snapshot ?? '', changes }
}

/** Forgets notes that every server has read long since. */
export const forgetNotes = (db: Store, before: string) =>
  db.deleteFrom('commit_note').where('at', '<', before).execute()
