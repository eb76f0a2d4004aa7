import type { Counted } from '../../context.ts'
import type { ResponseTable, Store } from '../../store/database.ts'
import { quotasOf } from '../../store/fieldwork.ts'
import { addMark } from '../../store/responses.ts'
import { countWaiting, waitingGroups, waitingIn } from '../../store/waiting.ts'
import type { Settling } from '../published.ts'
import { ceilingOf, createSeatCounter, takeSeats } from './seats.ts'

const atOnce = 100

/**
 * Gives free seats to answers that wait over quota, in order of arrival; gives those that count from now on.
 * Inside the transaction that set the seats free: nobody who comes later is before them.
 */
export async function promoteWaiting(db: Store, survey: Settling, at: string): Promise<Counted[]> {
  const promoted: Counted[] = []
  const groups = await waitingGroups(db, survey)
  if (groups.length === 0) return []
  for (;;) {
    const full = await fullQuotas(db, survey)
    const open = groups.filter(({ cell, channel }) => survey.quotasFor(cell, channel).every(({ id }) => !full.has(id)))
    const waiting = open.length === 0 ? [] : await waitingIn(db, survey, open, atOnce)
    let moved = 0
    for (const response of waiting)
      if (await promote(db, survey, response, at)) promoted.push(countedOf(response)) && moved++
    if (moved === 0) return promoted
  }
}

async function fullQuotas(db: Store, survey: Settling): Promise<Set<string>> {
  const seats = new Map((await quotasOf(db, survey)).map(({ id, taken, held }) => [id, taken + held]))
  return new Set(
    survey.quotas
      .filter((quota) => (seats.get(quota.id) ?? 0) >= (ceilingOf(quota) ?? Number.POSITIVE_INFINITY))
      .map(({ id }) => id),
  )
}

async function promote(db: Store, survey: Settling, response: ResponseTable, at: string): Promise<boolean> {
  const counter = createSeatCounter(survey)
  const quotas = survey.quotasFor(response.cell, response.channel)
  if (await takeSeats(db, survey, quotas, 'taken', counter)) return false
  if (!(await countWaiting(db, response))) {
    counter.add(quotas, { taken: -1 })
    await counter.write(db)
    return false
  }
  await counter.write(db)
  await addMark(db, response, { kind: 'promoted', reason: 'a seat came free', marked_by: null, marked_at: at })
  return true
}

/** A stored response as the tallies see it. */
export const countedOf = (response: ResponseTable): Counted => ({
  id: response.id,
  survey: response.survey_id,
  cell: response.cell,
  baseWeight: response.base_weight,
  codes: response.codes ?? '',
  channel: response.channel,
  locale: response.locale,
  receivedAt: response.received_at,
})
