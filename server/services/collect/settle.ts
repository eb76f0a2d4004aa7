import type { Change, Counted } from '../../context.ts'
import type { ResponseTable, Store } from '../../store/database.ts'
import { findPlaces, type PlaceTable, settlePlace } from '../../store/places.ts'
import { addResponses, takenIds } from '../../store/responses.ts'
import { lapsePlaces } from '../places/lapse.ts'
import { promoteWaiting } from '../places/promote.ts'
import { createSeatCounter, type NoSeat, type SeatCounter, takeSeats } from '../places/seats.ts'
import type { Published } from '../published.ts'
import type { Settled } from './groupCommit.ts'

/** A checked answer on its way into the store. */
export interface Incoming {
  survey: Published
  id: string
  /** JSON of the answers. */
  answers: string
  contentHash: string
  codes: string
  cell: string
  baseWeight: number
  channel: string
  locale: string
  receipt: string
  receivedAt: string
  /** The place under which it was given, as its token says. */
  place?: string | undefined
}

/** What became of it. */
export type Settlement =
  | { kind: 'stored' }
  | { kind: 'repeated'; receipt: string }
  | { kind: 'conflict' | 'withdrawn' | 'quota-full' | 'place-required' }

/** What the answers of one batch share. */
interface Desk {
  db: Store
  survey: Published
  counter: SeatCounter
  changes: Change[]
  /** Not in the store yet. */
  rows: ResponseTable[]
  /** Whether places that have lapsed by now have been given back. */
  swept: boolean
}

/**
 * Settles answers of one survey that came together: repeats are told apart, seats are taken, rows are added.
 * Inside one transaction; what it gives holds once that is committed.
 */
export async function settle(db: Store, survey: Published, incoming: Incoming[]): Promise<Settled<Settlement>> {
  const ids = incoming.map(({ id }) => id)
  const known = await takenIds(db, survey.round, survey.id, ids)
  const places = await findPlaces(
    db,
    survey,
    incoming.flatMap(({ place }) => (place === undefined ? [] : [place])),
  )
  const desk: Desk = { db, survey, counter: createSeatCounter(survey), changes: [], rows: [], swept: false }
  const outcomes: Settlement[] = []

  for (const one of incoming) {
    const taken = known.get(one.id)
    if (taken) {
      outcomes.push(repeat(taken, one))
      continue
    }
    const place = await placeFor(desk, one, places)
    if (survey.settings.placeRequired && !place) {
      outcomes.push({ kind: 'place-required' })
      continue
    }
    const none = await seatFor(desk, one, place)
    if (none?.only === 'taken' && !place && survey.settings.overQuota === 'end') {
      outcomes.push({ kind: 'quota-full' })
      continue
    }
    desk.rows.push(rowOf(one, none?.quota ?? null))
    // The same id may stand twice in one batch.
    known.set(one.id, { id: one.id, content_hash: one.contentHash, receipt: one.receipt, withdrawn: false })
    outcomes.push({ kind: 'stored' })
    desk.changes.push(none ? { kind: 'other', survey: survey.id } : { kind: 'added', response: countedOf(one) })
  }

  await write(desk)
  return { outcomes, changes: desk.changes }
}

/** Brings the store up to where the batch is. */
async function write({ db, rows, counter }: Desk) {
  await addResponses(db, rows.splice(0))
  await counter.write(db)
}

const counted = (responses: Counted[]): Change[] => responses.map((response) => ({ kind: 'added', response }))

function repeat(
  taken: { content_hash: string; receipt: string; withdrawn: boolean },
  { contentHash }: Incoming,
): Settlement {
  if (taken.withdrawn) return { kind: 'withdrawn' }
  return taken.content_hash === contentHash ? { kind: 'repeated', receipt: taken.receipt } : { kind: 'conflict' }
}

/** The place as it was before this answer took it; undefined where there is none, or another answer has it. */
async function placeFor(
  { db, survey }: Desk,
  one: Incoming,
  places: Map<string, PlaceTable>,
): Promise<PlaceTable | undefined> {
  const place = places.get(one.place ?? '')
  if (!place || !(await settlePlace(db, survey, place))) return undefined
  places.set(place.id, { ...place, state: 'settled' })
  return place
}

/** Takes the seats that were held, else free ones; gives why there were none. */
async function seatFor(desk: Desk, one: Incoming, place: PlaceTable | undefined): Promise<NoSeat | undefined> {
  const quotas = desk.survey.quotasFor(one.cell)
  if (place?.state === 'held' && place.quota === 'open') return seatOfHolder(desk, one, place)
  const none = await takeSeats(desk.db, desk.survey, quotas, 'taken', desk.counter)
  if (none?.only !== 'held' || desk.swept) return none
  desk.swept = true
  await write(desk)
  desk.changes.push(...counted(await lapsePlaces(desk.db, desk.survey, one.receivedAt)))
  return takeSeats(desk.db, desk.survey, quotas, 'taken', desk.counter)
}

/** Who answered the screening otherwise in the end keeps the seats that are the same, and has no claim on others. */
async function seatOfHolder(desk: Desk, one: Incoming, place: PlaceTable): Promise<NoSeat | undefined> {
  const { db, survey, counter } = desk
  const quotas = survey.quotasFor(one.cell)
  const held = survey.quotasFor(place.cell)
  const none = await takeSeats(
    db,
    survey,
    quotas.filter((quota) => !held.includes(quota)),
    'taken',
    counter,
  )
  counter.add(held, { held: -1 })
  if (!none) {
    counter.add(
      quotas.filter((quota) => held.includes(quota)),
      { taken: 1 },
    )
  }
  if (none || held.some((quota) => !quotas.includes(quota))) {
    await write(desk)
    desk.changes.push(...counted(await promoteWaiting(db, survey, one.receivedAt)))
  }
  return none
}

const rowOf = (one: Incoming, decidingQuota: string | null): ResponseTable => ({
  round_id: one.survey.round,
  survey_id: one.survey.id,
  id: one.id,
  answers: one.answers,
  content_hash: one.contentHash,
  codes: one.codes,
  cell: one.cell,
  base_weight: one.baseWeight,
  channel: one.channel,
  locale: one.locale,
  outcome: decidingQuota === null ? 'counted' : 'over-quota',
  deciding_quota: decidingQuota,
  receipt: one.receipt,
  received_at: one.receivedAt,
})

const countedOf = (one: Incoming): Counted => ({
  id: one.id,
  survey: one.survey.id,
  cell: one.cell,
  baseWeight: one.baseWeight,
  codes: one.codes,
  channel: one.channel,
  locale: one.locale,
  receivedAt: one.receivedAt,
})
