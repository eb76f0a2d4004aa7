import type { Store } from '../../store/database.ts'
import { changeSeats, type SeatChange, seatsOf } from '../../store/seats.ts'
import type { Published, Quota } from '../published.ts'

/** How many a quota takes at most; undefined: it only counts. */
export function ceilingOf({ policy, target, tolerance }: Quota): number | undefined {
  if (policy === 'count') return undefined
  return policy === 'tolerate' ? Math.floor((target * (100 + tolerance)) / 100) : target
}

/** Changes that need no condition, added up by quota and written together. */
export interface SeatCounter {
  add: (quotas: readonly Quota[], change: Partial<SeatChange>) => void
  write: (db: Store) => Promise<void>
}

export function createSeatCounter(survey: Pick<Published, 'round' | 'id'>): SeatCounter {
  const changes = new Map<string, SeatChange>()
  return {
    add: (quotas, { taken = 0, held = 0 }) => {
      for (const { id } of quotas) {
        const sum = changes.get(id)
        if (sum) {
          sum.taken += taken
          sum.held += held
        } else changes.set(id, { taken, held })
      }
    },
    write: async (db) => {
      // In one order, so that two servers never wait for each other.
      for (const [quota, change] of [...changes].sort(([a], [b]) => (a < b ? -1 : 1))) {
        if (change.taken !== 0 || change.held !== 0) await changeSeats(db, survey, quota, change)
      }
      changes.clear()
    },
  }
}

/** Why there was no seat: the quota, and whether every seat is taken for good or some are only held. */
export interface NoSeat {
  quota: string
  only: 'held' | 'taken'
}

/**
 * Takes a seat in every quota of a person, or in none; gives undefined, or why there was none.
 * Quotas that only count are left to the counter.
 */
export async function takeSeats(
  db: Store,
  survey: Pick<Published, 'round' | 'id'>,
  quotas: readonly Quota[],
  seat: keyof SeatChange,
  counter: SeatCounter,
): Promise<NoSeat | undefined> {
  const change = { taken: seat === 'taken' ? 1 : 0, held: seat === 'held' ? 1 : 0 }
  const got: Quota[] = []
  for (const quota of quotas) {
    const ceiling = ceilingOf(quota)
    if (ceiling === undefined) continue
    if (await changeSeats(db, survey, quota.id, change, ceiling)) {
      got.push(quota)
      continue
    }
    for (const { id } of got) await changeSeats(db, survey, id, { taken: -change.taken, held: -change.held })
    return whyNone(db, survey, quotas)
  }
  counter.add(
    quotas.filter((quota) => ceilingOf(quota) === undefined),
    { [seat]: 1 },
  )
  return undefined
}

/** A quota that is full for good decides before one in which seats are only held. */
async function whyNone(
  db: Store,
  survey: Pick<Published, 'round' | 'id'>,
  quotas: readonly Quota[],
): Promise<NoSeat | undefined> {
  let held: NoSeat | undefined
  for (const quota of quotas) {
    const ceiling = ceilingOf(quota)
    if (ceiling === undefined) continue
    const seats = await seatsOf(db, survey, quota.id)
    if (seats.taken >= ceiling) return { quota: quota.id, only: 'taken' }
    if (seats.taken + seats.held >= ceiling) held ??= { quota: quota.id, only: 'held' }
  }
  return held
}
