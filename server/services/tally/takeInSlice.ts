import { type PackedCounter, packedCounter } from '../../../scoring/sampling/tally/packedCounter.ts'
import type { Tally } from '../../../scoring/sampling/tally/tally.ts'
import type { CountedSlice } from '../../store/tally.ts'
import { hourOf } from '../monitor/pace.ts'
import { count, countArrivals, type FieldTally, talliesOf } from './fieldTally.ts'

/** Takes in slices of stored responses, many at a time. */
export interface SliceReader {
  takeIn: (slice: CountedSlice) => void
  /** To be called before the tally is used. */
  finish: () => void
}

/** @throws {RangeError} where stored codes are none of the items' */
export function sliceReader(field: FieldTally): SliceReader {
  const counter = sliceCounter(field.tally.items.length, (channel) => talliesOf(field, { channel }))
  return {
    takeIn: (slice) => {
      for (const { channel, responses } of counter.add(slice))
        if (responses > 0) countArrivals(field, channel, hourOf(`${slice.hour}:00:00Z`), responses)
    },
    finish: () => {
      for (const [locale, responses] of counter.finish()) count(field.locales, locale, responses)
    },
  }
}

/** Responses that are alike but for their codes. */
interface Alike {
  /** Cell, channel and locale as they are stored. */
  text: Uint8Array
  counters: PackedCounter[]
  locale: string
  responses: number
  from: Arrivals
}

/** By one channel, in one slice. */
interface Arrivals {
  channel: string
  responses: number
}

/** Counts the responses of slices. */
interface SliceCounter {
  /** @returns how many there were by each channel, until the next slice */
  add: (slice: CountedSlice) => Iterable<Arrivals>
  /** Brings what was counted into the tallies, and tells how many responses there were by locale. */
  finish: () => Map<string, number>
}

/**
 * @param width number of items
 * @param talliesFor those that a channel's responses belong to
 * @throws {RangeError} where stored codes are none of the items'
 */
export function sliceCounter(width: number, talliesFor: (channel: string) => Tally[]): SliceCounter {
  const counters = new Map<Tally, Map<string, PackedCounter>>()
  // By base weight, then by a hash of their text: to make a string of each response would cost more than counting it.
  const kinds = new Map<number, Map<number, Alike[]>>()
  const arrivals = new Map<string, Arrivals>()

  function counterIn(tally: Tally, cell: string, baseWeight: number): PackedCounter {
    const known = counters.get(tally) ?? new Map<string, PackedCounter>()
    counters.set(tally, known)
    const key = `${baseWeight}\t${cell}`
    const counter = known.get(key) ?? packedCounter(tally, cell, baseWeight)
    known.set(key, counter)
    return counter
  }

  function newKind(text: Uint8Array, baseWeight: number): Alike {
    const [cell = '', channel = '', locale = ''] = decoder.decode(text).split('\t')
    const from = arrivals.get(channel) ?? { channel, responses: 0 }
    arrivals.set(channel, from)
    const own = talliesFor(channel).map((tally) => counterIn(tally, cell, baseWeight))
    return { text, counters: own, locale, responses: 0, from }
  }

  return {
    add: ({ baseWeight, responses }) => {
      const known = kinds.get(baseWeight) ?? new Map<number, Alike[]>()
      kinds.set(baseWeight, known)
      const bytes = Buffer.from(responses)
      for (const from of arrivals.values()) from.responses = 0
      for (let at = 0, end = 0; at < bytes.length; at = end + 1) {
        let hash = 0
        for (end = at + width; end < bytes.length && bytes[end] !== lineFeed; end++)
          hash = (Math.imul(hash, 31) + bytes[end]!) | 0
        const alike = known.get(hash) ?? []
        let kind = alike.find(({ text }) => holds(bytes, at + width, end, text))
        if (!kind) {
          kind = newKind(Uint8Array.prototype.slice.call(bytes, at + width, end), baseWeight)
          known.set(hash, [...alike, kind])
        }
        for (const counter of kind.counters) counter.add(bytes, at)
        kind.responses++
        kind.from.responses++
      }
      return arrivals.values()
    },
    finish: () => {
      for (const known of counters.values()) for (const counter of known.values()) counter.finish()
      const locales = new Map<string, number>()
      for (const known of kinds.values())
        for (const { locale, responses } of [...known.values()].flat()) count(locales, locale, responses)
      kinds.clear()
      return locales
    },
  }
}

const lineFeed = 10
const decoder = new TextDecoder()

/** Whether a text stands in the bytes from one place to another. */
function holds(bytes: Uint8Array, from: number, to: number, text: Uint8Array): boolean {
  if (to - from !== text.length) return false
  for (let at = 0; at < text.length; at++) if (bytes[from + at] !== text[at]) return false
  return true
}
