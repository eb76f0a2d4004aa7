/** How the server answered. */
export interface Figures {
  seconds: number
  perSecond: number
  /** How often each status came; `0`: no answer. */
  statuses: Record<number, number>
  /** The same by channel; who got no place by their channel is not in it. */
  channels: Record<string, Record<number, number>>
  /** Milliseconds within which half, and all but a hundredth, were answered. */
  p50: number
  p99: number
  /** Who began with a place, and who of them found none free. */
  places: { asked: number; over: number; refused: number }
}

export interface Meter {
  statuses: Figures['statuses']
  places: Figures['places']
  note: (status: number, milliseconds: number, channel?: string) => void
  figures: () => Figures
}

export function createMeter(): Meter {
  const started = performance.now()
  const times: number[] = []
  const statuses: Figures['statuses'] = {}
  const channels: Figures['channels'] = {}
  const places = { asked: 0, over: 0, refused: 0 }
  return {
    statuses,
    places,
    note: (status, milliseconds, channel) => {
      if (channel !== undefined) {
        const own = channels[channel] ?? {}
        channels[channel] = { ...own, [status]: (own[status] ?? 0) + 1 }
      }
      statuses[status] = (statuses[status] ?? 0) + 1
      times.push(milliseconds)
    },
    figures: () => {
      const seconds = (performance.now() - started) / 1000
      const sorted = Float64Array.from(times).sort()
      const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
      return { seconds, perSecond: times.length / seconds, statuses, channels, p50: at(0.5), p99: at(0.99), places }
    },
  }
}
