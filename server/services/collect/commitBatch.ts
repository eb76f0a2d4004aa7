import type { Change, Context } from '../../context.ts'
import type { Store } from '../../store/database.ts'
import { loseNote, noteOf } from '../../store/notes.ts'
import { onPostgres } from '../../store/postgres.ts'
import { isDoubled, isUnavailable } from '../../store/unavailable.ts'
import { wakeOthers } from '../../store/wake.ts'
import { commitAheadOfDisk } from '../../store/writeAheadLog.ts'
import type { Aside, Settled } from './groupCommit.ts'

interface Ways<Item, Outcome> {
  /** Settles items in a transaction while nobody else writes. */
  settle: (db: Store, items: Item[]) => Promise<Settled<Outcome>>
  /** On PostgreSQL, settles beside other servers what it can, and tells of it; the rest is undefined. */
  beside?: (items: Item[]) => Promise<(Outcome | undefined)[]>
  aside?: Aside<Item, Outcome> | undefined
}

/**
 * Settles a batch and commits it; unless it says so, it is on the disk only after `onDisk`. On SQLite a rush is left to
 * a thread aside. On PostgreSQL what could not be finished is tried again: if it was committed after all, although
 * nobody said so, its answers are found to be there already.
 */
export async function commitBatch<Item, Outcome>(
  { db }: Context,
  items: Item[],
  { settle, beside, aside }: Ways<Item, Outcome>,
): Promise<Settled<Outcome> & { onDisk: boolean }> {
  if (!onPostgres(db)) {
    return inTurn(db, async () => {
      if (aside?.takes(items)) return { ...(await aside.settle(items)), onDisk: true }
      return { ...(await commitAheadOfDisk(db, (transaction) => settle(transaction, items))), onDisk: false }
    })
  }
  const done = beside ? await persistently(() => beside(items)) : []
  const left = items.filter((_, at) => done[at] === undefined)
  const alone =
    left.length === 0
      ? { outcomes: [], changes: [] }
      : await persistently(() => db.transaction().execute((transaction) => settleAndNote(transaction, left, settle)))
  wakeOthers(db)
  const rest = alone.outcomes.values()
  return {
    outcomes: items.map((_, at) => done[at] ?? (rest.next().value as Outcome)),
    changes: alone.changes,
    onDisk: true,
  }
}

const turns = new WeakMap<object, Promise<unknown>>()

/** One batch after the other, of whichever queue: a second connection would wait for the first, and all else with it. */
function inTurn<R>(db: Store, work: () => Promise<R>): Promise<R> {
  const { adapter } = db.getExecutor()
  const before = turns.get(adapter)
  const own = before ? before.then(work, work) : work()
  turns.set(adapter, own)
  return own
}

async function settleAndNote<Item, Outcome>(db: Store, items: Item[], settle: Ways<Item, Outcome>['settle']) {
  const settled = await settle(db, items)
  if (settled.changes.length > 0) await noteChanges(db, settled.changes)
  return settled
}

/** Lets the other servers know what a transaction changes, as the last thing that it does. */
const noteChanges = (db: Store, changes: Change[]) => db.executeQuery(noteOf(JSON.stringify(changes)))

const attempts = 4
const pause = 100

async function persistently<R>(work: () => Promise<R>): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      loseNote()
      if (attempt === attempts || !(isUnavailable(error) || isDoubled(error))) throw error
      await new Promise((resolve) => setTimeout(resolve, pause * attempt))
    }
  }
}
