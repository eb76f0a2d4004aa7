import { useSyncExternalStore } from 'react'

const changed = new EventTarget()

function subscribe(listener: () => void) {
  changed.addEventListener('go', listener)
  addEventListener('popstate', listener)
  return () => {
    changed.removeEventListener('go', listener)
    removeEventListener('popstate', listener)
  }
}

/** Goes to a page of the console, e.g. `go('/console/results/dongzhou')`. */
export function go(path: string) {
  if (path === location.pathname + location.search) return
  history.pushState(null, '', path)
  scrollTo(0, 0)
  changed.dispatchEvent(new Event('go'))
}

/** The parts of the address after `/console`: `['results', 'dongzhou']`. */
export function usePath(): string[] {
  const path = useSyncExternalStore(subscribe, () => location.pathname)
  return path.split('/').slice(2).filter(Boolean).map(decodeURIComponent)
}
