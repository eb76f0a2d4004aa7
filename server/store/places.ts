import type { Store } from './database.ts'
import type { SurveyKey } from './fieldwork.ts'

/** A seat in every quota that applies to a person, kept for them while they answer; `over`: none was free. */
export interface PlaceTable {
  round_id: string
  survey_id: string
  id: string
  /** Of the answers to the screening questions. */
  cell: string
  /** Keyed hash of the device's token; null where it has none. */
  device: string | null
  channel: string
  state: 'held' | 'settled' | 'lapsed'
  quota: 'open' | 'over'
  /** The quota that put it over. */
  deciding_quota: string | null
  begun_at: string
  /** End of its lease. */
  expires_at: string
}

const placesOf = (db: Store, { round, id }: SurveyKey) =>
  db.selectFrom('place').selectAll().where('round_id', '=', round).where('survey_id', '=', id)

const changed = (db: Store, { round, id }: SurveyKey, place: string) =>
  db.updateTable('place').where('round_id', '=', round).where('survey_id', '=', id).where('id', '=', place)

export const addPlace = (db: Store, place: PlaceTable) => db.insertInto('place').values(place).execute()

export async function findPlaces(db: Store, survey: SurveyKey, ids: string[]): Promise<Map<string, PlaceTable>> {
  if (ids.length === 0) return new Map()
  const rows = await placesOf(db, survey).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

export const placeOfDevice = (db: Store, survey: SurveyKey, device: string): Promise<PlaceTable | undefined> =>
  placesOf(db, survey).where('device', '=', device).where('state', '=', 'held').executeTakeFirst()

/** Takes the place for an answer, whether its lease has run out or not; false where another answer has it. */
export async function settlePlace(db: Store, survey: SurveyKey, { id, state }: PlaceTable): Promise<boolean> {
  if (state === 'settled') return false
  const { numUpdatedRows } = await changed(db, survey, id)
    .set({ state: 'settled' })
    .where('state', '=', state)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Changes a place as it was read; false where somebody else changed its state or lease meanwhile. */
export async function changePlace(
  db: Store,
  survey: SurveyKey,
  { id, state, expires_at }: PlaceTable,
  change: Partial<Pick<PlaceTable, 'cell' | 'state' | 'quota' | 'deciding_quota' | 'expires_at'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await changed(db, survey, id)
    .set(change)
    .where('state', '=', state)
    .where('expires_at', '=', expires_at)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Places whose lease has run out: first those that hold seats, which a flood of others must not keep, the oldest first. */
export const lapsedPlaces = (db: Store, survey: SurveyKey, now: string, limit: number): Promise<PlaceTable[]> =>
  placesOf(db, survey)
    .where('state', '=', 'held')
    .where('expires_at', '<=', now)
    .orderBy('quota')
    .orderBy('expires_at')
    .limit(limit)
    .execute()

export async function surveysWithLapsed(db: Store, now: string): Promise<string[]> {
  const rows = await db
    .selectFrom('place')
    .select('survey_id')
    .distinct()
    .where('state', '=', 'held')
    .where('expires_at', '<=', now)
    .execute()
  return rows.map(({ survey_id }) => survey_id)
}

/** Shortens leases that no clock can have given by now, after it was set back: nobody holds a seat for longer than a lease. */
export async function shortenLeases(db: Store, latest: string): Promise<void> {
  const longer = await db
    .selectFrom('place')
    .select('id')
    .where('state', '=', 'held')
    .where('expires_at', '>', latest)
    .limit(1)
    .executeTakeFirst()
  // Nothing is written, and nobody waits for it, on all other days.
  if (!longer) return
  await db
    .updateTable('place')
    .set({ expires_at: latest })
    .where('state', '=', 'held')
    .where('expires_at', '>', latest)
    .execute()
}

/** How many open places are held in each cell, by channel. */
export async function heldByCell(
  db: Store,
  { round, id }: SurveyKey,
): Promise<{ cell: string; channel: string; places: number }[]> {
  const rows = await db
    .selectFrom('place')
    .select(({ fn }) => ['cell', 'channel', fn.countAll<number>().as('places')])
    .where('round_id', '=', round)
    .where('survey_id', '=', id)
    .where('state', '=', 'held')
    .where('quota', '=', 'open')
    .groupBy(['cell', 'channel'])
    .execute()
  return rows.map((row) => ({ ...row, places: Number(row.places) }))
}
