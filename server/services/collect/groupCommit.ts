import type { Change, Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { Store } from '../../store/database.ts'
import { isUnavailable } from '../../store/unavailable.ts'
import { onDisk } from '../../store/writeAheadLog.ts'
import { commitBatch } from './commitBatch.ts'

/** Takes an item, tells what became of it once that is on the disk. */
export interface GroupCommit<Item, Outcome> {
  /** @throws {Problem} `busy` where too many wait already, or the store cannot take it now */
  add: (item: Item) => Promise<Outcome>
  /** Waits until everything taken so far is on the disk, and ends. */
  drain: () => Promise<void>
  /** Waits until what anybody can see in the store by now is on the disk. */
  settled: () => Promise<void>
}

/** What became of the items of a transaction, in their order, and what is to be told once it is committed. */
export interface Settled<Outcome> {
  outcomes: Outcome[]
  changes: Change[]
}

/** A thread that settles whole batches with a connection of its own. */
export interface Aside<Item, Outcome> {
  /** How many batches may be under way at once: the next one is to be there when one is done. */
  atOnce: () => number
  /** Whether it is to have a batch; asked of every batch. */
  takes: (items: Item[]) => boolean
  /** Settles a batch; once it is done it is on the disk. */
  settle: (items: Item[]) => Promise<Settled<Outcome>>
  close: () => Promise<void>
}

interface Options<Item, Outcome> {
  /** Settles items that came together, inside their transaction. */
  settle: (db: Store, items: Item[]) => Promise<Settled<Outcome>>
  /** Settles what it can beside other servers, see commitBatch. */
  beside?: (items: Item[]) => Promise<(Outcome | undefined)[]>
  /** On SQLite, takes over batches in a rush, see commitBatch. */
  aside?: Aside<Item, Outcome> | undefined
  /** Bytes that an item holds while it waits. */
  sizeOf: (item: Item) => number
  /** Milliseconds after which nobody is kept waiting for a batch; 20 s unless said. */
  patience?: number
}

interface Waiting<Item, Outcome> {
  item: Item
  size: number
  resolve: (outcome: Outcome) => void
  reject: (error: unknown) => void
}

const largestBatch = 500
/** A batch beside one that is under way: fewer wait for more, since a transaction costs as much as many answers. */
const worthOne = 32
const longestQueue = 5000
const usualPatience = 20_000
const mostBytes = 64 * 1024 * 1024

/** Group commit: items that arrive while a transaction is under way share the next one, and its fsync. */
export function createGroupCommit<Item, Outcome>(
  context: Context,
  { sizeOf, patience = usualPatience, ...ways }: Options<Item, Outcome>,
): GroupCommit<Item, Outcome> {
  const { db, log, changes } = context
  let waiting: Waiting<Item, Outcome>[] = []
  let bytes = 0
  const underWay = new Set<Promise<void>>()
  const stuck = new Set<Waiting<Item, Outcome>[]>()
  let turn: Promise<void> | undefined

  /** After one turn of the event loop, so that answers go out, and requests that came together go together. */
  function goOn(): void {
    turn ??= new Promise((resolve) => {
      setImmediate(() => {
        turn = undefined
        while (mayGo()) go()
        resolve()
      })
    })
  }

  const atOnce = () => ways.aside?.atOnce() ?? 1
  const mayGo = (): boolean =>
    waiting.length > 0 && (underWay.size === 0 || (waiting.length >= worthOne && underWay.size < atOnce()))

  /** A thread aside works meanwhile: it gets its next batch as soon as that is worth it, not after all that came. */
  const isDue = (): boolean => waiting.length >= worthOne && atOnce() > 1 && underWay.size < atOnce()

  function go(): void {
    const batch = waiting.slice(0, largestBatch)
    waiting = waiting.slice(largestBatch)
    for (const { size } of batch) bytes -= size
    const late = setTimeout(() => giveUp(batch), patience)
    const own = commit(batch).then(() => {
      clearTimeout(late)
      stuck.delete(batch)
      underWay.delete(own)
      goOn()
    })
    underWay.add(own)
  }

  /**
   * The store stands still. Whoever waits is asked to come again, and so is who comes until it goes on; what is under
   * way is told of when it is done, and whoever comes again with it finds it there.
   */
  function giveUp(batch: Waiting<Item, Outcome>[]): void {
    log.error({ items: batch.length, waiting: waiting.length }, 'a batch takes longer than people are kept waiting')
    stuck.add(batch)
    const all = [...batch, ...waiting]
    waiting = []
    bytes = 0
    for (const { reject } of all) reject(new Problem('busy', { retryAfterSeconds: 5 }))
  }

  async function commit(batch: Waiting<Item, Outcome>[]): Promise<void> {
    let settled: Settled<Outcome> & { onDisk: boolean }
    try {
      const items = batch.map(({ item }) => item)
      settled = await commitBatch(context, items, ways)
    } catch (error) {
      log.error({ err: error, items: batch.length }, 'a batch was not stored')
      // One that cannot be stored must not keep its neighbours out.
      if (batch.length > 1 && !isUnavailable(error)) for (const one of batch) await commit([one])
      else for (const { reject } of batch) reject(new Problem('busy', { retryAfterSeconds: 5 }))
      return
    }
    // Told at once, as the store shows it at once; who is answered by what it shows waits for the disk (`settled`).
    for (const change of settled.changes) tell(change)
    try {
      // Meanwhile the next ones are parsed and checked.
      if (!settled.onDisk) await onDisk(db)
    } catch (error) {
      log.error({ err: error, items: batch.length }, 'a batch may not be on the disk')
      for (const { reject } of batch) reject(new Problem('busy', { retryAfterSeconds: 5 }))
      return
    }
    for (const [at, { resolve }] of batch.entries()) resolve(settled.outcomes[at] as Outcome)
  }

  /** What is stored stays so, whatever becomes of those who want to hear of it. */
  function tell(change: Change) {
    try {
      changes.tell(change)
    } catch (error) {
      log.error({ err: error }, 'a listener failed')
    }
  }

  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        const size = sizeOf(item)
        if (stuck.size > 0 || waiting.length >= longestQueue || bytes + size > mostBytes) {
          reject(new Problem('busy', { retryAfterSeconds: 2 }))
          return
        }
        bytes += size
        waiting.push({ item, size, resolve, reject })
        if (isDue()) go()
        else goOn()
      }),
    drain: async () => {
      while (waiting.length > 0 || underWay.size > 0) await Promise.all([turn, ...underWay])
      await ways.aside?.close()
    },
    settled: async () => {
      await Promise.all(underWay)
    },
  }
}

/** Items by the survey that they belong to, each with its place among all. */
export function bySurvey<Item extends { survey: { id: string } }>(items: Item[]): { item: Item; at: number }[][] {
  const groups = new Map<string, { item: Item; at: number }[]>()
  for (const [at, item] of items.entries()) {
    const group = groups.get(item.survey.id)
    if (group) group.push({ item, at })
    else groups.set(item.survey.id, [{ item, at }])
  }
  return [...groups.values()]
}
