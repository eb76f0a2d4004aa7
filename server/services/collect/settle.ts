import type { Change, Counted } from '../../context.ts'
import type { ResponseTable, Store } from '../../store/database.ts'
import { findPlaces, type PlaceTable, settlePlace } from '../../store/places.ts'
import { addResponses, type Taken, takenIds } from '../../store/responses.ts'
import { addTraces, type TraceTable } from '../../store/traces.ts'
import type { Admission } from '../channels/admit.ts'
import { lapsePlaces } from '../places/lapse.ts'
import { promoteWaiting } from '../places/promote.ts'
import { createSeatCounter, type NoSeat, type SeatCounter, takeSeats } from '../places/seats.ts'
import { demandsPlace, type Settling, withCurrentQuotas } from '../published.ts'
import type { Evidence } from '../quality/evidence.ts'
import { type ExcludedOnArrival, excludes, markExcluded, traceOf } from '../quality/onArrival.ts'
import { claim, unclaim } from './claim.ts'
import { hashOfText, isSameContent } from './content.ts'
import type { Settled } from './groupCommit.ts'
import type { Receipts } from './receipt.ts'

/** A checked answer on its way into the store. */
export interface Incoming {
  survey: Settling
  id: string
  /** JSON of the answers. */
  answers: string
  codes: string
  cell: string
  baseWeight: number
  channel: string
  locale: string
  receivedAt: string
  /** The place under which it was given, as its token says. */
  place?: string | undefined
  admission?: Admission
  evidence?: Evidence | undefined
}

/** What became of it. */
export type Settlement =
  | { kind: 'stored' | 'repeated'; receipt: string }
  | { kind: 'conflict' | 'withdrawn' | 'quota-full' | 'place-required' | 'invitation-used' | 'already-answered' }

/** What the answers of one batch share. */
interface Desk {
  db: Store
  receipts: Receipts
  survey: Settling
  counter: SeatCounter
  changes: Change[]
  /** Not in the store yet. */
  rows: ResponseTable[]
  traces: TraceTable[]
  excluded: ExcludedOnArrival[]
  /** Whether places that have lapsed by now have been given back. */
  swept: boolean
}

/**
 * Settles answers of one survey that came together: repeats are told apart, seats are taken, rows are added.
 * Inside one transaction; what it gives holds once that is committed.
 */
export async function settle(
  db: Store,
  given: Settling,
  incoming: Incoming[],
  receipts: Receipts,
): Promise<Settled<Settlement>> {
  const survey = await withCurrentQuotas(db, given)
  const ids = incoming.map(({ id }) => id)
  const known = await takenIds(db, survey.round, survey.id, ids)
  const places = await findPlaces(
    db,
    survey,
    incoming.flatMap(({ place }) => (place === undefined ? [] : [place])),
  )
  const desk: Desk = {
    db,
    receipts,
    survey,
    counter: createSeatCounter(survey),
    changes: [],
    rows: [],
    traces: [],
    excluded: [],
    swept: false,
  }
  const outcomes: Settlement[] = []

  for (const one of incoming) {
    const taken = known.get(one.id)
    if (taken) {
      outcomes.push(repeat(taken, one))
      continue
    }
    const used = await claim(db, survey, one)
    if (used) {
      outcomes.push({ kind: used })
      continue
    }
    const place = await placeFor(desk, one, places)
    if (demandsPlace(survey) && !place) {
      await unclaim(db, survey, one, '3.112')
      outcomes.push({ kind: 'place-required' })
      continue
    }
    const excluded = judge(desk, one)
    const none = excluded ? await leaveSeat(desk, one, place) : await seatFor(desk, one, place)
    if (none?.only === 'taken' && !place && survey.settings.overQuota === 'end') {
      await unclaim(db, survey, one, '4.8')
      outcomes.push({ kind: 'quota-full' })
      continue
    }
    const row = keep(desk, one, none?.quota ?? null, excluded)
    // The same id may stand twice in one batch.
    known.set(one.id, row)
    outcomes.push({ kind: 'stored', receipt: row.receipt })
    desk.changes.push(
      none || excluded ? { kind: 'other', survey: survey.id } : { kind: 'added', response: countedOf(one) },
    )
  }

  await write(desk)
  return { outcomes, changes: desk.changes }
}

/** Brings the store up to where the batch is. */
async function write({ db, rows, traces, excluded, counter }: Desk) {
  await addResponses(db, rows.splice(0))
  await addTraces(db, traces.splice(0))
  await markExcluded(db, excluded.splice(0))
  await counter.write(db)
}

const counted = (responses: Counted[]): Change[] => responses.map((response) => ({ kind: 'added', response }))

function repeat(taken: Taken, one: Incoming): Settlement {
  if (taken.answers === null) return { kind: 'withdrawn' }
  return isSameContent(taken, one) ? { kind: 'repeated', receipt: taken.receipt } : { kind: 'conflict' }
}

/** Whether the absolute rules exclude it. */
const judge = ({ survey }: Desk, { evidence }: Incoming): boolean =>
  evidence !== undefined && excludes(survey, evidence.flags)

function keep(desk: Desk, one: Incoming, decidingQuota: string | null, excluded: boolean): ResponseTable {
  const row = rowOf(one, decidingQuota, desk.receipts)
  desk.rows.push(row)
  if (!one.evidence) return row
  desk.traces.push(traceOf(desk.survey, one.id, one.evidence))
  if (excluded) desk.excluded.push({ response: row, flags: one.evidence.flags, at: one.receivedAt })
  return row
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
  const quotas = desk.survey.quotasFor(one.cell, one.channel)
  if (place?.state === 'held' && place.quota === 'open') return seatOfHolder(desk, one, place)
  const none = await takeSeats(desk.db, desk.survey, quotas, 'taken', desk.counter)
  if (none?.only !== 'held' || desk.swept) return none
  desk.swept = true
  await write(desk)
  desk.changes.push(...counted(await lapsePlaces(desk.db, desk.survey, one.receivedAt)))
  return takeSeats(desk.db, desk.survey, quotas, 'taken', desk.counter)
}

/** What is excluded takes no seat, and gives back those that were held. */
async function leaveSeat(desk: Desk, one: Incoming, place: PlaceTable | undefined): Promise<undefined> {
  if (place?.state !== 'held' || place.quota === 'over') return
  desk.counter.add(desk.survey.quotasFor(place.cell, place.channel), { held: -1 })
  await write(desk)
  desk.changes.push(...counted(await promoteWaiting(desk.db, desk.survey, one.receivedAt)))
}

/** Who answered the screening otherwise in the end keeps the seats that are the same, and has no claim on others. */
async function seatOfHolder(desk: Desk, one: Incoming, place: PlaceTable): Promise<NoSeat | undefined> {
  const { db, survey, counter } = desk
  const quotas = survey.quotasFor(one.cell, one.channel)
  const held = survey.quotasFor(place.cell, place.channel)
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

export const rowOf = (one: Incoming, decidingQuota: string | null, receipts: Receipts): ResponseTable => ({
  round_id: one.survey.round,
  survey_id: one.survey.id,
  id: one.id,
  answers: one.answers,
  content_hash: hashOfText(one.answers),
  codes: one.codes,
  cell: one.cell,
  base_weight: one.baseWeight,
  channel: one.channel,
  locale: one.locale,
  outcome: decidingQuota === null ? 'counted' : 'over-quota',
  deciding_quota: decidingQuota,
  receipt: receipts(one.survey.id, one.id),
  received_at: one.receivedAt,
})

export const countedOf = (one: Incoming): Counted => ({
  id: one.id,
  survey: one.survey.id,
  cell: one.cell,
  baseWeight: one.baseWeight,
  codes: one.codes,
  channel: one.channel,
  locale: one.locale,
  receivedAt: one.receivedAt,
})
