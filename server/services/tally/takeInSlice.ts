import { type PackedCounter, packedCounter } from '../../../scoring/sampling/tally/packedCounter.ts'
import type { Tally } from '../../../scoring/sampling/tally/tally.ts'
import type { CountedSlice } from '../../store/tally.ts'
import { hourOf } from '../monitor/pace.ts'
import { count, countArrivals, type FieldTally, isDrawn } from './fieldTally.ts'

/** Responses that are alike but for their codes. */
interface Alike {
  /** undefined where they are left out. */
  counter: PackedCounter | undefined
  /** Of the drawn part of a mixed sample. */
  drawn: PackedCounter | undefined
  locale: string
  responses: number
  from: Arrivals
}

/** By one channel, within the slice that is being read. */
interface Arrivals {
  channel: string
  taken: number
}

/** Takes in slices of stored responses, many at a time. */
export interface SliceReader {
  takeIn: (slice: CountedSlice) => void
  /** To be called before the tally is used. */
  finish: () => void
}

/**
 * @param wanted which channels take part; all if not said
 * @throws {RangeError} where stored codes are none of the items'
 */
export function sliceReader(field: FieldTally, wanted: (channel: string) => boolean = () => true): SliceReader {
  const width = field.tally.items.length
  const counters = new Map<string, PackedCounter>()
  const drawnCounters = new Map<string, PackedCounter>()
  const kinds = new Map<number, Map<string, Alike>>()
  const channels = new Map<string, Arrivals>()

  function kindOf(alike: string, baseWeight: number): Alike {
    const [cell = '', channel = '', locale = ''] = alike.split('\t')
    const from = channels.get(channel) ?? { channel, taken: 0 }
    channels.set(channel, from)
    if (!wanted(channel)) return { counter: undefined, drawn: undefined, locale, responses: 0, from }
    const counterIn = (tally: Tally, known: Map<string, PackedCounter>) => {
      const key = `${baseWeight}\t${cell}`
      const counter = known.get(key) ?? packedCounter(tally, cell, baseWeight)
      known.set(key, counter)
      return counter
    }
    const drawn = field.drawn && isDrawn(channel) ? counterIn(field.drawn, drawnCounters) : undefined
    return { counter: counterIn(field.tally, counters), drawn, locale, responses: 0, from }
  }

  return {
    takeIn: ({ hour, baseWeight, responses }) => {
      const known = kinds.get(baseWeight) ?? new Map<string, Alike>()
      kinds.set(baseWeight, known)
      for (let at = 0; at < responses.length; ) {
        const newline = responses.indexOf('\n', at + width)
        const end = newline < 0 ? responses.length : newline
        const alike = responses.slice(at + width, end)
        let kind = known.get(alike)
        if (!kind) {
          kind = kindOf(alike, baseWeight)
          known.set(alike, kind)
        }
        if (kind.counter) {
          kind.counter.add(responses, at)
          kind.drawn?.add(responses, at)
          kind.responses++
          kind.from.taken++
        }
        at = end + 1
      }
      for (const from of channels.values()) {
        if (from.taken > 0) countArrivals(field, from.channel, hourOf(`${hour}:00:00Z`), from.taken)
        from.taken = 0
      }
    },
    finish: () => {
      for (const counter of [...counters.values(), ...drawnCounters.values()]) counter.finish()
      for (const known of kinds.values()) {
        for (const { locale, responses } of known.values()) if (responses > 0) count(field.locales, locale, responses)
      }
      kinds.clear()
    },
  }
}
