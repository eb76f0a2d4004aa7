import type { Change, Context } from '../../context.ts'
import { forgetBuckets } from '../../store/buckets.ts'
import { forgetNotes, type Look, type NotesSeen, notesSince } from '../../store/notes.ts'

/** How far this server has read what others committed. */
interface Hearing {
  look: Look | null
  readAt: number
  last: Promise<unknown>
  next: Promise<boolean> | null
}

const kept = new WeakMap<Context['changes'], Hearing>()

const minute = 60_000
/** Notes are forgotten after twice as long as anybody may have been away and still go on by them. */
const longestAway = 5 * minute

/**
 * Tells, on PostgreSQL, of every change that other servers committed before now and that was not told yet: none is left out
 * and none told twice. Gives whether that is all: false where something changed of which nobody said what.
 */
export function hearOthers(context: Context): Promise<boolean> {
  const hearing = kept.get(context.changes) ?? {
    ...{ look: null, readAt: performance.now(), last: Promise.resolve(), next: null },
  }
  kept.set(context.changes, hearing)
  if (hearing.next) return hearing.next
  const next = hearing.last.then(() => {
    hearing.next = null
    return read(context, hearing)
  })
  hearing.next = next
  hearing.last = next.catch(() => undefined)
  return next
}

async function read({ db, changes }: Context, hearing: Hearing): Promise<boolean> {
  const began = performance.now()
  const seen: NotesSeen = await notesSince(db, hearing.look)
  const missed = hearing.look !== null && began - hearing.readAt > longestAway
  hearing.look = seen.look
  hearing.readAt = began
  for (const content of seen.changes) {
    if (content === null) continue
    for (const change of JSON.parse(content) as Change[]) changes.tell(change)
  }
  return !missed && !seen.changes.includes(null)
}

/** Within it every bucket is full again. */
const fullAgain = 15 * minute

/** A chore: notes that everybody has read, and buckets that are full. */
export async function forgetOldNotes({ db, now }: Context): Promise<void> {
  await forgetNotes(db, new Date(Date.now() - 2 * longestAway).toISOString())
  await forgetBuckets(db, now().getTime() - fullAgain)
}
