import { pageKey, type ToKeep } from './offline.ts'

/** What of a service worker is used here; TypeScript's page types do not know it. */
interface Worker {
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
  addEventListener: (type: string, listener: (event: WorkerEvent) => void) => void
  location: Location
}

interface WorkerEvent {
  waitUntil: (work: Promise<unknown>) => void
  respondWith: (response: Promise<Response>) => void
  request: Request
  data: unknown
  source: { postMessage: (message: string) => void } | null
}

const worker = self as unknown as Worker
const cacheName = 'tiyan'
/** After so many milliseconds a slow network gives way to what is kept. */
const patience = 4000

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))

/** Keeps what shows a survey, once a person has agreed to take part. What older versions left goes. */
worker.addEventListener('message', (event) => {
  event.waitUntil(keep(event.data as ToKeep).then(() => event.source?.postMessage('kept')))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  const url = new URL(request.url)
  if (url.origin !== worker.location.origin) return
  if (url.pathname.startsWith('/assets/')) event.respondWith(fromCacheFirst(request, url.pathname))
  else if (pageKey(url) !== undefined) event.respondWith(fromNetworkFirst(request, pageKey(url) ?? ''))
})

async function keep({ pages, scripts }: ToKeep) {
  const cache = await caches.open(cacheName)
  await Promise.all([
    ...pages.map(async (page) => put(cache, page, await fetch(page))),
    ...scripts.map(async (script) => (await cache.match(script)) ?? put(cache, script, await fetch(script))),
  ])
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith('/assets/') && !scripts.includes(pathname)) await cache.delete(request)
  }
}

const put = (cache: Cache, key: string, response: Response) => (response.ok ? cache.put(key, response) : undefined)

/** Built files never change under their names. */
const fromCacheFirst = async (request: Request, key: string): Promise<Response> =>
  (await caches.match(key)) ?? fetch(request)

/** What may have changed is asked for, and what is kept is shown where no answer comes. Only what was kept before is renewed. */
async function fromNetworkFirst(request: Request, key: string): Promise<Response> {
  const kept = await caches.match(key)
  if (!kept) return fetch(request)
  // Without a network there is no answer to wait for.
  if (!navigator.onLine) return kept
  const late = new Promise<Response>((resolve) => setTimeout(resolve, patience, kept))
  const fresh = fetch(request).then(async (response) => {
    if (response.status >= 500) return kept
    if (response.ok) await (await caches.open(cacheName)).put(key, response.clone())
    return response
  })
  return Promise.race([fresh.catch(() => kept), late])
}
