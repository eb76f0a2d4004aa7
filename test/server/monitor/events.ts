import type { Monitor } from '../../../server/shapes/monitor.ts'
import type { Person } from '../core/person.ts'
import type { Town } from '../core/town.ts'

/** A monitor's event stream, as a browser reads it. */
export interface Watching {
  status: number
  /** The first event from now on that is as wanted; the last seen one counts too. @throws {Error} where the stream ends first */
  until: (wanted: (monitor: Monitor) => boolean) => Promise<Monitor>
  /** Resolves when the server ends the stream. */
  ended: Promise<void>
  close: () => void
}

export async function watch(town: Pick<Town, 'url'>, { cookie }: Pick<Person, 'cookie'>): Promise<Watching> {
  const leaving = new AbortController()
  const response = await fetch(`${town.url}/api/surveys/town/monitor/events`, {
    headers: { cookie },
    signal: leaving.signal,
  })
  let last: Monitor | undefined
  let over = false
  let wake = () => {}

  async function read() {
    if (!response.body) return
    let text = ''
    const decoder = new TextDecoder()
    const reader = response.body.getReader()
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      text += decoder.decode(piece.value, { stream: true })
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1]
        if (data !== undefined) last = JSON.parse(data)
        text = text.slice(end + 2)
        wake()
      }
    }
  }
  const ended = read()
    .catch((error) => {
      if (!leaving.signal.aborted) throw error
    })
    .finally(() => {
      over = true
      wake()
    })

  return {
    status: response.status,
    until: async (wanted) => {
      for (;;) {
        if (last && wanted(last)) return last
        if (over) throw new Error('the stream ended')
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
    ended,
    close: () => leaving.abort(),
  }
}
