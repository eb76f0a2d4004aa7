import type { SurveyDesign } from '../../../scoring/sampling/design.ts'
import { addResponse, removeResponse } from '../../../scoring/sampling/tally/addResponse.ts'
import { mergeTallies } from '../../../scoring/sampling/tally/mergeTallies.ts'
import { emptyTally, type Tally } from '../../../scoring/sampling/tally/tally.ts'
import type { ScoringKey } from '../../../scoring/subjective/key.ts'
import type { Counted } from '../../context.ts'
import { unpackCodes } from '../collect/pack.ts'
import { hourOf } from '../monitor/pace.ts'

/** What is kept in memory of a survey in the field: all that its score and its monitor need of the responses. */
export interface FieldTally {
  tally: Tally
  /** Of a mixed sample: its drawn persons, who are in `tally` too; else null. */
  drawn: Tally | null
  /** Accepted responses by hour, see `hourOf`. */
  hours: Map<number, number>
  /** The same of each channel. */
  channels: Map<string, Map<number, number>>
  locales: Map<string, number>
}

interface Kept {
  key: Pick<ScoringKey, 'items' | 'scale'>
  design: Pick<SurveyDesign, 'sample'>
}

export const emptyFieldTally = ({ key, design }: Kept): FieldTally => ({
  tally: emptyTally(key),
  drawn: design.sample === 'mixed' ? emptyTally(key) : null,
  hours: new Map(),
  channels: new Map(),
  locales: new Map(),
})

/** Who answers by it was drawn from a frame. */
export const drawnChannel = 'invitation'

export const isDrawn = (channel: string): boolean => channel === drawnChannel

type Taken = Pick<Counted, 'cell' | 'baseWeight' | 'codes' | 'channel' | 'locale' | 'receivedAt'>

/** Those that a response belongs to. */
export const talliesOf = ({ tally, drawn }: FieldTally, { channel }: Pick<Taken, 'channel'>): Tally[] =>
  drawn && isDrawn(channel) ? [tally, drawn] : [tally]

export function takeIn(field: FieldTally, response: Taken): void {
  for (const tally of talliesOf(field, response))
    addResponse(tally, response.cell, response.baseWeight, unpackCodes(response.codes))
  countArrivals(field, response.channel, hourOf(response.receivedAt), 1)
  count(field.locales, response.locale, 1)
}

/** @throws {RangeError} no such response was taken in */
export function takeOut(field: FieldTally, response: Taken): void {
  for (const tally of talliesOf(field, response))
    removeResponse(tally, response.cell, response.baseWeight, unpackCodes(response.codes))
  countArrivals(field, response.channel, hourOf(response.receivedAt), -1)
  count(field.locales, response.locale, -1)
}

/** Adds what another thread has counted. */
export function addField(field: FieldTally, other: FieldTally): void {
  field.tally = mergeTallies(field.tally, other.tally)
  if (field.drawn && other.drawn) field.drawn = mergeTallies(field.drawn, other.drawn)
  for (const [channel, hours] of other.channels)
    for (const [hour, responses] of hours) countArrivals(field, channel, hour, responses)
  for (const [locale, responses] of other.locales) count(field.locales, locale, responses)
}

/** Notes that so many came by a channel in an hour. */
export function countArrivals({ hours, channels }: FieldTally, channel: string, hour: number, by: number) {
  const own = channels.get(channel) ?? new Map<number, number>()
  count(hours, hour, by)
  count(own, hour, by)
  if (own.size === 0) channels.delete(channel)
  else channels.set(channel, own)
}

export function count<Key>(counts: Map<Key, number>, key: Key, by: number) {
  const sum = (counts.get(key) ?? 0) + by
  if (sum === 0) counts.delete(key)
  else counts.set(key, sum)
}
