import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { launchChromium, phone } from '../browser/chromium.ts'
import { median } from './bench/row.ts'
import { type FirstTap, watched } from './firstTap.ts'
import { serveHandMade } from './handMade.ts'
import { begunOffline, handMadeOffline, type LaterVisit, visitAgain } from './laterVisit.ts'

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
  /** A later visit, without a network; and the same with the hand-made form. */
  offline: { visible: number; answered: number }
  handMadeOffline: { visible: number; answered: number }
}

/** 1.6 Mbit/s, 150 ms, a CPU four times slower. */
const line = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 }
const slowness = 4

/** Measures the open survey at this address in real Chromium; each figure is the median of several runs, taken in turn. */
export async function measureFirstQuestion(url: string, runs = 5, laterRuns = 9): Promise<FirstQuestion> {
  const browser = await launchChromium()
  const handMade = await serveHandMade(browser, url)
  try {
    const ours: Visit[] = []
    const theirs: Visit[] = []
    for (let run = 0; run < runs; run++) {
      theirs.push(await visit(browser, handMade.url, false))
      ours.push(await visit(browser, url, true))
    }
    const kept = { ours: await begunOffline(browser, url), theirs: await handMadeOffline(browser, handMade.url) }
    const later: LaterVisit[] = []
    const theirLater: LaterVisit[] = []
    for (let run = 0; run < laterRuns; run++) {
      theirLater.push(await visitAgain(kept.theirs, handMade.url, slowness))
      later.push(await visitAgain(kept.ours, url, slowness))
    }
    return {
      first: firstOf(ours),
      handMade: firstOf(theirs),
      ready: median(ours.map(({ ready }) => ready)),
      bytes: median(ours.map(({ bytes }) => bytes)),
      shift: Math.max(...[...ours, ...later].map(({ shift }) => shift)),
      offline: firstOf(later),
      handMadeOffline: firstOf(theirLater),
    }
  } finally {
    await browser.close()
    handMade.stop()
  }
}

interface Visit extends FirstTap {
  ready: number
  bytes: number
  shift: number
}

const firstOf = (visits: FirstTap[]) => ({
  visible: median(visits.map(({ visible }) => visible)),
  answered: median(visits.map(({ answered }) => answered)),
})

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
