import type { Context, Counted } from '../../context.ts'
import type { Store } from '../../store/database.ts'
import { changePlace, lapsedPlaces, shortenLeases, surveysWithLapsed } from '../../store/places.ts'
import { findPublished, type Settling, withCurrentQuotas } from '../published.ts'
import { lease } from './lease.ts'
import { promoteWaiting } from './promote.ts'
import { createSeatCounter } from './seats.ts'

const atOnce = 1000

/**
 * Gives back the seats of places whose lease has run out, and lets those who wait count in their stead.
 * Inside a transaction; gives who counts from now on. Their places are still taken for an answer that comes late.
 */
export const lapsePlaces = async (db: Store, survey: Settling, now: string): Promise<Counted[]> =>
  (await lapseSome(db, survey, now)).promoted

interface Lapse {
  promoted: Counted[]
  /** Whether there may be more. */
  more: boolean
}

async function lapseSome(db: Store, survey: Settling, now: string): Promise<Lapse> {
  const lapsed = await lapsedPlaces(db, survey, now, atOnce)
  if (lapsed.length === 0) return { promoted: [], more: false }
  const counter = createSeatCounter(survey)
  for (const place of lapsed) {
    const changed = await changePlace(db, survey, place, { state: 'lapsed' })
    if (changed && place.quota === 'open') counter.add(survey.quotasFor(place.cell, place.channel), { held: -1 })
  }
  await counter.write(db)
  return { promoted: await promoteWaiting(db, survey, now), more: lapsed.length === atOnce }
}

/** The same for every survey, for all places that there are by now, some in each transaction. */
export async function sweepPlaces(context: Context): Promise<void> {
  const { db, now, changes } = context
  const moment = now().toISOString()
  await shortenLeases(db, new Date(now().getTime() + lease).toISOString())
  for (const id of await surveysWithLapsed(db, moment)) {
    const survey = await findPublished(context, id)
    for (let more = survey !== undefined; survey && more; ) {
      const lapse = await db
        .transaction()
        .execute(async (transaction) => lapseSome(transaction, await withCurrentQuotas(transaction, survey), moment))
      for (const response of lapse.promoted) changes.tell({ kind: 'added', response })
      changes.tell({ kind: 'other', survey: id })
      more = lapse.more
    }
  }
}
