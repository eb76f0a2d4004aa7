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
    if (aside?.takes(items)) return besideThread(db, async () => ({ ...(await aside.settle(items)), onDisk: true }))
    const work = () => commitAheadOfDisk(db, (transaction) => settle(transaction, items))
    return alone(db, async () => ({ ...(await work()), onDisk: false }))
  }
  const done = beside ? await persistently(() => beside(items)) : []
  const left = items.filter((_, at) => done[at] === undefined)
  const settled =
    left.length === 0
      ? { outcomes: [], changes: [] }
      : await persistently(() => db.transaction().execute((transaction) => settleAndNote(transaction, left, settle)))
  wakeOthers(db)
  const rest = settled.outcomes.values()
  return {
    outcomes: items.map((_, at) => done[at] ?? (rest.next().value as Outcome)),
    changes: settled.changes,
    onDisk: true,
  }
}

/** Who writes to a store: this thread through its own connection, or another thread through one of its own. */
interface Turns {
  alone: Promise<unknown>
  thread: Set<Promise<unknown>>
}

const kept = new WeakMap<object, Turns>()

function turnsOf(db: Store): Turns {
  const { adapter } = db.getExecutor()
  const turns = kept.get(adapter) ?? { alone: Promise.resolve(), thread: new Set() }
  kept.set(adapter, turns)
  return turns
}

/** One connection writes at a time: the other would stand still, and all that this thread does with it. */
function alone<R>(db: Store, work: () => Promise<R>): Promise<R> {
  const turns = turnsOf(db)
  const own = Promise.allSettled([turns.alone, ...turns.thread]).then(work)
  turns.alone = own
  return own
}

function besideThread<R>(db: Store, work: () => Promise<R>): Promise<R> {
  const { alone, thread } = turnsOf(db)
  const own = Promise.allSettled([alone]).then(work)
  thread.add(own)
  const done = () => void thread.delete(own)
  own.then(done, done)
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
