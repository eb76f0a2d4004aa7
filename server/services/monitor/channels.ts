import type { Channel } from '../../shapes/channel.ts'
import type { ChannelPace } from '../../shapes/monitor.ts'
import { channelVariable } from '../published.ts'
import { type HourCounts, hourOf, pace } from './pace.ts'

interface Arrivals {
  /** Accepted by hour. */
  channels: ReadonlyMap<string, HourCounts>
  /** By which answers are taken now. */
  open: readonly Channel[]
  quotas: readonly { id: string; variables: string; categories: string }[]
}

/** What each channel brings, how fast, and which quotas cap it; the most used first. */
export function channelsAt({ channels, open, quotas }: Arrivals, now: Date): ChannelPace[] {
  const all = sum([...channels.values()].map(sumOf))
  const present = hourOf(now)
  const names = new Set([...channels.keys(), ...open]) as Set<Channel>
  return [...names]
    .map((channel): ChannelPace => {
      const hours = channels.get(channel) ?? new Map<number, number>()
      const responses = sumOf(hours)
      return {
        ...{ channel, responses, share: responses / Math.max(1, all) },
        lastDay: sum([...hours].map(([hour, count]) => (hour >= present - 24 ? count : 0))),
        days: pace(hours, now).days,
        quotas: quotas.filter((quota) => caps(quota, channel)).map(({ id }) => id),
      }
    })
    .sort((a, b) => b.responses - a.responses || (a.channel < b.channel ? -1 : 1))
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0)
const sumOf = (hours: HourCounts): number => sum([...hours.values()])

function caps({ variables, categories }: Arrivals['quotas'][number], channel: Channel): boolean {
  const at: number = JSON.parse(variables).indexOf(channelVariable)
  return at >= 0 && JSON.parse(categories)[at] === channel
}
