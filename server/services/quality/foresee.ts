import type { Store } from '../../store/database.ts'
import { quotasOf } from '../../store/fieldwork.ts'
import type { Decidable } from '../../store/quality.ts'
import { waitingGroups, waitingIn } from '../../store/waiting.ts'
import { ceilingOf } from '../places/seats.ts'
import type { Published } from '../published.ts'

/** What would count otherwise than now. */
export interface Foreseen {
  removed: Decidable[]
  added: Decidable[]
  /** How many of `added` waited over quota. */
  promoted: number
  /** Quotas that would be above their ceiling. */
  above: string[]
}

/**
 * What excluding or restoring some responses, one after another in this order, would do to who counts: seats go back, and
 * those who wait get them in order of arrival. As places/vacate.ts and places/promote.ts do it, without writing.
 */
export async function foresee(
  db: Store,
  survey: Published,
  action: 'exclude' | 'restore',
  chosen: Decidable[],
): Promise<Foreseen> {
  const seats = await openSeats(db, survey)
  const queue = await waitingLine(db, survey, chosen)
  const foreseen: Foreseen = { removed: [], added: [], promoted: 0, above: [] }
  const above = new Set<string>()

  function promote() {
    for (let next = queue.next(seats.isOpen); next; next = queue.next(seats.isOpen)) {
      seats.change(next, 1)
      foreseen.added.push(next)
      foreseen.promoted += 1
    }
  }

  for (const one of chosen) {
    const counts = one.outcome === 'counted'
    if (action === 'exclude') {
      if (!counts) continue
      foreseen.removed.push(one)
      seats.change(one, -1)
      promote()
    } else if (counts) {
      for (const id of seats.fullOf(one)) above.add(id)
      foreseen.added.push(one)
      seats.change(one, 1)
    } else {
      queue.join(one)
      promote()
    }
  }
  return { ...foreseen, above: [...above] }
}

type Group = Pick<Decidable, 'cell' | 'channel'>

/** Seats of the quotas that have a ceiling. */
async function openSeats(db: Store, survey: Published) {
  const ceilings = new Map(survey.quotas.map((quota) => [quota.id, ceilingOf(quota)]))
  const free = new Map<string, number>()
  for (const { id, taken, held } of await quotasOf(db, survey)) {
    const ceiling = ceilings.get(id)
    if (ceiling !== undefined) free.set(id, ceiling - taken - held)
  }
  const fullOf = ({ cell, channel }: Group) =>
    survey.quotasFor(cell, channel).flatMap(({ id }) => ((free.get(id) ?? 1) <= 0 ? [id] : []))
  return {
    fullOf,
    isOpen: (group: Group) => fullOf(group).length === 0,
    change: ({ cell, channel }: Group, by: number) => {
      for (const { id } of survey.quotasFor(cell, channel)) {
        const before = free.get(id)
        if (before !== undefined) free.set(id, before - by)
      }
    },
  }
}

/** Those who wait over quota, by cell and channel in order of arrival; those that are decided about are not among them. */
async function waitingLine(db: Store, survey: Published, chosen: Decidable[]) {
  const left = new Set(chosen.map(({ id }) => id))
  const lines = new Map<string, Decidable[]>()
  for (const group of await waitingGroups(db, survey)) {
    const rows = await waitingIn(db, survey, [group], 2 * chosen.length)
    const line = rows.filter(({ id }) => !left.has(id)).map((row): Decidable => ({ ...row, codes: row.codes ?? '' }))
    lines.set(keyOf(group), line)
  }
  const isEarlier = (a: Decidable, b: Decidable) =>
    a.received_at < b.received_at || (a.received_at === b.received_at && a.id < b.id)
  return {
    join: (one: Decidable) => {
      const line = lines.get(keyOf(one)) ?? []
      const at = line.findIndex((other) => isEarlier(one, other))
      lines.set(keyOf(one), at < 0 ? [...line, one] : line.toSpliced(at, 0, one))
    },
    /** Takes out who comes first of those for whom there is a seat. */
    next: (isOpen: (group: Group) => boolean): Decidable | undefined => {
      let first: Decidable | undefined
      for (const [head] of lines.values()) {
        if (head && isOpen(head) && (!first || isEarlier(head, first))) first = head
      }
      if (first) lines.get(keyOf(first))?.shift()
      return first
    },
  }
}

const keyOf = ({ cell, channel }: Group): string => `${channel}|${cell}`
