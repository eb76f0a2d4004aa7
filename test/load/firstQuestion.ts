import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { launchChromium, phone } from '../browser/chromium.ts'
import { watched } from './firstTap.ts'
import { serveHandMade } from './handMade.ts'

/** How soon a resident on an old phone and a poor line can answer. Milliseconds, bytes as transferred. */
export interface FirstQuestion {
  /** Until the first question is painted, and a tap on it is answered. */
  first: { visible: number; answered: number }
  /** The same of a hand-made form with the same words and the same page of questions. */
  handMade: { visible: number; answered: number }
  /** Until SurveyJS has taken over. */
  ready: number
  bytes: number
  /** Cumulative layout shift until then, and on a later visit: the largest seen. */
  shift: number
  /** A later visit, without a network. */
  offline: { visible: number; answered: number }
}

/** 1.6 Mbit/s, 150 ms, a CPU four times slower. */
const line = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 }
const slowness = 4

/** Measures the open survey at this address in real Chromium; each figure is the median of several runs, taken in turn. */
export async function measureFirstQuestion(url: string, runs = 5): Promise<FirstQuestion> {
  const browser = await launchChromium()
  const handMade = await serveHandMade(browser, url)
  try {
    const ours: Visit[] = []
    const theirs: Visit[] = []
    const later: Visit[] = []
    for (let run = 0; run < runs; run++) {
      theirs.push(await visit(browser, handMade.url, false))
      ours.push(await visit(browser, url, true))
      later.push(await returnOffline(browser, url))
    }
    return {
      first: firstOf(ours),
      handMade: firstOf(theirs),
      ready: median(ours.map(({ ready }) => ready)),
      bytes: median(ours.map(({ bytes }) => bytes)),
      shift: Math.max(...[...ours, ...later].map(({ shift }) => shift)),
      offline: firstOf(later),
    }
  } finally {
    await browser.close()
    handMade.stop()
  }
}

interface Visit {
  visible: number
  answered: number
  ready: number
  bytes: number
  shift: number
}

const firstOf = (visits: Visit[]) => ({
  visible: median(visits.map(({ visible }) => visible)),
  answered: median(visits.map(({ answered }) => answered)),
})

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

async function visit(browser: Browser, url: string, hasSurveyJs: boolean): Promise<Visit> {
  const context = await browser.newContext({ viewport: phone, serviceWorkers: 'block' })
  const page = await context.newPage()
  const session = await slowedDown(context, page)
  const bytes = countBytes(session)
  const { tapFirst, ready, shift } = await watched(page, session)
  const first = await tapFirst(url)
  const visit = { ...first, ready: hasSurveyJs ? await ready() : 0, shift: await shift(), bytes: bytes() }
  await context.close()
  return visit
}

async function slowedDown(context: BrowserContext, page: Page): Promise<CDPSession> {
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', line)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness })
  return session
}

function countBytes(session: CDPSession): () => number {
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  return () => bytes
}

/** Runs in the page: whether its service worker has everything that shows the survey. */
async function isKept(): Promise<boolean> {
  const keys = await (await caches.open('tiyan')).keys()
  return [/\/api\/surveys\//, /\?lang=zh$/, /\/questions-/].every((part) => keys.some(({ url }) => part.test(url)))
}

/**
 * A person has begun, closed the page, and opens it again where there is no network. The browser has put the service worker
 * to sleep meanwhile.
 */
async function returnOffline(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: phone })
  const before = await context.newPage()
  await before.goto(url)
  await before.locator('input[type=radio]').first().check()
  await before.locator('#first .go').click()
  while (!(await before.evaluate(isKept))) await before.waitForTimeout(100)
  await before.close()
  await context.setOffline(true)
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness })
  const { tapFirst, shift } = await watched(page, session)
  const first = await tapFirst(url)
  // Until the page's script has run.
  await page.waitForTimeout(2000)
  const visit = { ...first, ready: 0, bytes: 0, shift: await shift() }
  await context.close()
  return visit
}
