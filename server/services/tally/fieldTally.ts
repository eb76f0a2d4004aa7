import { addResponse, removeResponse } from '../../../scoring/sampling/tally/addResponse.ts'
import { emptyTally, type Tally } from '../../../scoring/sampling/tally/tally.ts'
import type { ScoringKey } from '../../../scoring/subjective/key.ts'
import type { Counted } from '../../context.ts'
import { unpackCodes } from '../collect/pack.ts'
import { hourOf } from '../monitor/pace.ts'

/** What is kept in memory of a survey in the field: all that its score and its monitor need of the responses. */
export interface FieldTally {
  tally: Tally
  /** Accepted responses by hour, see `hourOf`. */
  hours: Map<number, number>
  locales: Map<string, number>
}

export const emptyFieldTally = (key: Pick<ScoringKey, 'items' | 'scale'>): FieldTally => ({
  tally: emptyTally(key),
  hours: new Map(),
  locales: new Map(),
})

type Taken = Pick<Counted, 'cell' | 'baseWeight' | 'codes' | 'locale' | 'receivedAt'>

export function takeIn({ tally, hours, locales }: FieldTally, response: Taken): void {
  addResponse(tally, response.cell, response.baseWeight, unpackCodes(response.codes))
  count(hours, hourOf(response.receivedAt), 1)
  count(locales, response.locale, 1)
}

/** @throws {RangeError} no such response was taken in */
export function takeOut({ tally, hours, locales }: FieldTally, response: Taken): void {
  removeResponse(tally, response.cell, response.baseWeight, unpackCodes(response.codes))
  count(hours, hourOf(response.receivedAt), -1)
  count(locales, response.locale, -1)
}

export function count<Key>(counts: Map<Key, number>, key: Key, by: number) {
  const sum = (counts.get(key) ?? 0) + by
  if (sum === 0) counts.delete(key)
  else counts.set(key, sum)
}
