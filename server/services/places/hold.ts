import type { Change, Counted } from '../../context.ts'
import type { Store } from '../../store/database.ts'
import { addPlace, changePlace, type PlaceTable, placeOfDevice } from '../../store/places.ts'
import { forgetOldProofs, noteProof, type UsedProofTable } from '../../store/proofs.ts'
import type { Group } from '../../store/waiting.ts'
import { bySurvey, type Settled } from '../collect/groupCommit.ts'
import { type Published, withCurrentQuotas } from '../published.ts'
import { lapsePlaces } from './lapse.ts'
import { leaseEnd } from './lease.ts'
import { promoteWaiting } from './promote.ts'
import { createSeatCounter, type NoSeat, takeSeats } from './seats.ts'
import { newPlaceId } from './token.ts'

export interface PlaceRequest {
  survey: Published
  cell: string
  channel: string
  device: string | null
  now: string
  /** What was shown to be let in, and until when it could be shown again. */
  proof?: UsedProofTable | undefined
}

/** A place, or why there is none. */
export type Holding = Held | 'quota-full' | 'proof-required'

export interface Held {
  id: string
  begunAt: string
  expiresAt: string
  quota: 'open' | 'over'
}

/** Holds places for those who asked together, inside one transaction. */
export async function holdPlaces(db: Store, requests: PlaceRequest[]): Promise<Settled<Holding>> {
  const outcomes: Holding[] = new Array(requests.length)
  const changes: Change[] = []
  for (const group of bySurvey(requests)) {
    if (!group[0]) continue
    const survey = await withCurrentQuotas(db, group[0].item.survey)
    for (const { item, at } of group) {
      const { held, promoted } = await hold(db, { ...item, survey })
      outcomes[at] = held
      changes.push(...promoted.map((response): Change => ({ kind: 'added', response })))
    }
    changes.push({ kind: 'other', survey: survey.id })
  }
  return { outcomes, changes }
}

interface Done {
  held: Holding
  /** Answers that count from now on because somebody's seats came free. */
  promoted: Counted[]
}

async function hold(db: Store, request: PlaceRequest): Promise<Done> {
  const { survey, cell, channel, device, now, proof } = request
  if (proof && !(await showProof(db, proof, now))) return { held: 'proof-required', promoted: [] }
  const own = device === null ? undefined : await placeOfDevice(db, survey, device)
  if (own && own.expires_at > now && own.cell === cell && own.channel === channel) {
    return { held: await prolong(db, survey, own, now), promoted: [] }
  }
  const promoted = own ? await leave(db, survey, own, now) : []

  const first = await seatsFor(db, survey, request)
  if (first?.only === 'held') promoted.push(...(await lapsePlaces(db, survey, now)))
  const none = first?.only === 'held' ? await seatsFor(db, survey, request) : first
  if (none?.only === 'taken' && survey.settings.overQuota === 'end') return { held: 'quota-full', promoted }

  const place: PlaceTable = {
    round_id: survey.round,
    survey_id: survey.id,
    id: newPlaceId(),
    cell,
    channel,
    device,
    state: 'held',
    quota: none ? 'over' : 'open',
    deciding_quota: none?.quota ?? null,
    begun_at: now,
    expires_at: leaseEnd(now, now),
  }
  await addPlace(db, place)
  return { held: heldOf(place), promoted }
}

/** Each proof is good once, whichever server it is shown to; those that nobody could show any more are forgotten. */
async function showProof(db: Store, proof: UsedProofTable, now: string): Promise<boolean> {
  await forgetOldProofs(db, now)
  return noteProof(db, proof)
}

/** Holds a seat in every quota of a cell, or in none. */
async function seatsFor(db: Store, survey: Published, { cell, channel }: Group): Promise<NoSeat | undefined> {
  const counter = createSeatCounter(survey)
  const none = await takeSeats(db, survey, survey.quotasFor(cell, channel), 'held', counter)
  await counter.write(db)
  return none
}

/**
 * Renews the lease of a place; one that was over or has lapsed gets a seat if one is free by now.
 * What is renewed often is written at most once a minute.
 */
export async function prolong(db: Store, survey: Published, place: PlaceTable, now: string): Promise<Held> {
  const expiresAt = leaseEnd(place.begun_at, now)
  const seated = place.state === 'held' && place.quota === 'open'
  if (place.state === 'settled' || expiresAt <= now) return heldOf(place)
  if (seated && Date.parse(expiresAt) - Date.parse(place.expires_at) < 60_000) return heldOf(place)

  const none = seated ? undefined : await seatsFor(db, survey, place)
  const change = {
    state: 'held' as const,
    quota: none ? ('over' as const) : ('open' as const),
    deciding_quota: none?.quota ?? place.deciding_quota,
    expires_at: expiresAt,
  }
  if (await changePlace(db, survey, place, change)) return heldOf({ ...place, ...change })
  if (!seated && !none) await giveBack(db, survey, place)
  return heldOf(place)
}

/** Ends a place before its time; gives the answers that count in its stead. */
export async function leave(db: Store, survey: Published, place: PlaceTable, now: string): Promise<Counted[]> {
  if (place.state !== 'held' || !(await changePlace(db, survey, place, { state: 'lapsed' }))) return []
  if (place.quota === 'over') return []
  await giveBack(db, survey, place)
  return promoteWaiting(db, survey, now)
}

async function giveBack(db: Store, survey: Published, { cell, channel }: Group) {
  const counter = createSeatCounter(survey)
  counter.add(survey.quotasFor(cell, channel), { held: -1 })
  await counter.write(db)
}

const heldOf = ({ id, begun_at, expires_at, quota }: PlaceTable): Held => ({
  id,
  begunAt: begun_at,
  expiresAt: expires_at,
  quota,
})
