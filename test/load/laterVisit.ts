import type { Browser, BrowserContext } from 'playwright-core'
import { phone } from '../browser/chromium.ts'
import { type FirstTap, watched } from './firstTap.ts'
import { keepHandMade } from './handMade.ts'

/** A visit of somebody who has been here before, and has no network now. */
export interface LaterVisit extends FirstTap {
  /** Cumulative layout shift until the page's script has run. */
  shift: number
}

/** Runs in the page: whether its service worker has everything that shows the survey. */
async function isKept(): Promise<boolean> {
  const keys = await (await caches.open('tiyan')).keys()
  return [/\/api\/surveys\//, /\?lang=zh$/, /\/questions-/].every((part) => keys.some(({ url }) => part.test(url)))
}

/** Somebody has begun the survey and closed the page; the network is gone. */
export async function begunOffline(browser: Browser, url: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: phone })
  const page = await context.newPage()
  await page.goto(url)
  await page.locator('input[type=radio]').first().check()
  await page.locator('#first .go').click()
  while (!(await page.evaluate(isKept))) await page.waitForTimeout(100)
  await page.close()
  await context.setOffline(true)
  return context
}

/** The same with the hand-made form, kept by the shortest service worker that keeps one page: what the browser itself takes. */
export async function handMadeOffline(browser: Browser, url: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: phone })
  const page = await context.newPage()
  await page.goto(url)
  await page.evaluate(keepHandMade)
  await page.close()
  await context.setOffline(true)
  return context
}

/** Opens a kept page again, on a processor so many times slower. The browser has put the service worker to sleep meanwhile. */
export async function visitAgain(context: BrowserContext, url: string, slowness: number): Promise<LaterVisit> {
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.stopAllWorkers')
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness })
  const { tapFirst, shift } = await watched(page, session)
  const first = await tapFirst(url)
  // Until the page's script has run.
  await page.waitForTimeout(2000)
  const visit = { ...first, shift: await shift() }
  await page.close()
  return visit
}
