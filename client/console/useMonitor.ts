import { useEffect, useState } from 'react'
import type { Monitor } from '../../server/shapes/monitor.ts'
import { ask, Failure } from './api.ts'
import { listenTogether } from './sharedStream.ts'

export interface Watch {
  monitor: Monitor | null
  /** `live`: every change arrives by itself; `reconnecting`: what is shown may be old. */
  line: 'connecting' | 'live' | 'reconnecting'
  failure: Failure | null
}

/** Milliseconds. */
const soon = 5_000

/** A survey's monitor, kept up to date by the server's event stream as long as the page is shown. */
export function useMonitor(survey: string): Watch {
  const [watch, setWatch] = useState<Watch>({ monitor: null, line: 'connecting', failure: null })

  useEffect(() => {
    const path = `/api/surveys/${encodeURIComponent(survey)}/monitor`
    setWatch({ monitor: null, line: 'connecting', failure: null })

    let shown = true
    let stop = () => {}
    let again: ReturnType<typeof setTimeout> | undefined
    const start = () => {
      stop = listenTogether(`${path}/events`, {
        open: () => setWatch((now) => ({ ...now, line: 'live' })),
        message: (data) => setWatch({ monitor: JSON.parse(data), line: 'live', failure: null }),
        cut: () => setWatch((now) => ({ ...now, line: 'reconnecting' })),
      })

      // A refused stream does not say why; the plain request does.
      ask<Monitor>(path).then(
        (monitor) => shown && setWatch((now) => ({ ...now, monitor: now.monitor ?? monitor, failure: null })),
        (failure) => {
          if (!(failure instanceof Failure)) throw failure
          if (failure.status !== 0) stop()
          if (!shown) return
          setWatch((now) => ({ ...now, failure }))
          // A server that is busy or starts anew will answer.
          if (failure.status >= 500) again = setTimeout(start, soon)
        },
      )
    }
    start()
    return () => {
      shown = false
      clearTimeout(again)
      stop()
    }
  }, [survey])

  return watch
}
