/** What tabs of one browser tell each other about a stream that one of them holds. */
type Told = { kind: 'hello' } | { kind: 'open' } | { kind: 'cut' } | { kind: 'message'; data: string }

interface Listener {
  open: () => void
  cut: () => void
  message: (data: string) => void
}

/**
 * Listens to an event stream that all tabs of a browser share: one of them holds it and passes on what comes; when it
 * goes, another takes over. Gives how to stop.
 */
export function listenTogether(path: string, { open, cut, message }: Listener): () => void {
  const tabs = new BroadcastChannel(path)
  const going = new AbortController()
  let last: string | undefined
  let isOpen = false

  const take = (told: Told) => {
    if (told.kind === 'open') open()
    else if (told.kind === 'cut') cut()
    else if (told.kind === 'message') message(told.data)
  }
  const tell = (told: Told) => {
    take(told)
    tabs.postMessage(told)
  }
  tabs.onmessage = ({ data }: MessageEvent<Told>) => {
    if (data.kind !== 'hello') return take(data)
    // Only who holds the stream has an answer: who comes later is shown at once what the others see.
    if (last === undefined) return
    tabs.postMessage({ kind: isOpen ? 'open' : 'cut' } satisfies Told)
    tabs.postMessage({ kind: 'message', data: last } satisfies Told)
  }
  tabs.postMessage({ kind: 'hello' } satisfies Told)

  const hold = () =>
    new Promise<void>((end) => {
      const events = new EventSource(path)
      events.onopen = () => {
        isOpen = true
        tell({ kind: 'open' })
      }
      events.onmessage = ({ data }) => {
        last = data
        tell({ kind: 'message', data })
      }
      events.onerror = () => {
        isOpen = false
        tell({ kind: 'cut' })
        // Refused for good, e.g. signed out: whichever tab waits may try.
        if (events.readyState === EventSource.CLOSED) end()
      }
      going.signal.addEventListener('abort', () => {
        events.close()
        end()
      })
    })
  // Without a secure connection there are no locks: then every tab has a stream of its own.
  if (!('locks' in navigator)) void hold()
  else
    navigator.locks.request(path, { signal: going.signal }, hold).catch((error: unknown) => {
      // Whoever stops while another tab holds the stream stops waiting for it.
      if (!going.signal.aborted) throw error
    })
  return () => {
    going.abort()
    tabs.close()
  }
}
