import { pagesOf, type ToKeep } from '../offline.ts'

let asked = false

/** From now on the survey opens without a network, too. Called after consent; where it is not possible, nothing is lost. */
export async function keepOffline(survey: string): Promise<void> {
  if (asked || !('serviceWorker' in navigator)) return
  asked = true
  const toKeep: ToKeep = { pages: pagesOf(survey), scripts: loadedScripts() }
  try {
    await navigator.serviceWorker.register('/worker.js', { scope: '/s/' })
    const { active } = await navigator.serviceWorker.ready
    active?.postMessage(toKeep)
  } catch {
    // A web view may forbid it; then the page works with a network only.
    asked = false
  }
}

const loadedScripts = (): string[] => [
  ...new Set(
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.startsWith('/assets/')),
  ),
]
