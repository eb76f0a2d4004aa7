import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync } from 'node:zlib'
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core'
import { launchChromium, phone } from '../browser/chromium.ts'

/** How soon a resident on an old phone and a poor line can answer. Milliseconds, bytes as transferred. */
export interface FirstQuestion {
  /** Until the first question is painted, and a tap on it is answered. */
  first: { visible: number; answered: number }
  /** The same of a hand-made form with the same words and the same page of questions. */
  handMade: { visible: number; answered: number }
  /** Until SurveyJS has taken over. */
  ready: number
  bytes: number
  /** Cumulative layout shift until then. */
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
  const handMade = await serveHandMade(await handMadeForm(browser, url))
  try {
    const ours: Visit[] = []
    const theirs: Visit[] = []
    const later: Visit[] = []
    for (let run = 0; run < runs; run++) {
      theirs.push(await visit(browser, handMade.url, async () => ({ ready: 0 })))
      ours.push(await visit(browser, url, whenReady))
      later.push(await returnOffline(browser, url))
    }
    return {
      first: firstOf(ours),
      handMade: firstOf(theirs),
      ready: median(ours.map(({ ready }) => ready)),
      bytes: median(ours.map(({ bytes }) => bytes)),
      shift: Math.max(...ours.map(({ shift }) => shift)),
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

async function visit(
  browser: Browser,
  url: string,
  finish: (page: Page) => Promise<{ ready: number }>,
): Promise<Visit> {
  const context = await browser.newContext({ viewport: phone, serviceWorkers: 'block' })
  const page = await context.newPage()
  const session = await slowedDown(context, page)
  const bytes = countBytes(session)
  await page.addInitScript(watch)
  await page.goto(url, { waitUntil: 'commit' })
  const first = await answerFirst(page)
  const { ready } = await finish(page)
  const shift = await page.evaluate(() => (window as unknown as Watched).shift)
  await context.close()
  return { ...first, ready, bytes: bytes(), shift }
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

interface Watched {
  visible: number
  answered: number
  shift: number
}

/** Runs in the page: when the first choice is painted, when a tap on one is answered, what has moved. */
function watch() {
  const watched = window as unknown as Watched
  watched.shift = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
      if (!entry.hadRecentInput) watched.shift += entry.value
    }
  }).observe({ type: 'layout-shift', buffered: true })
  const look = () => {
    const choice = document.querySelector<HTMLElement>('input[type=radio]')
    if (choice && choice.offsetHeight > 0) requestAnimationFrame(() => (watched.visible ??= performance.now()))
    else requestAnimationFrame(look)
  }
  look()
  document.addEventListener('change', () => {
    watched.answered ??= performance.now()
  })
}

async function answerFirst(page: Page): Promise<{ visible: number; answered: number }> {
  await page.waitForFunction(() => (window as unknown as Watched).visible !== undefined)
  await page.locator('input[type=radio]').first().check({ force: true })
  await page.waitForFunction(() => (window as unknown as Watched).answered !== undefined)
  return page.evaluate(() => {
    const { visible, answered } = window as unknown as Watched
    return { visible, answered }
  })
}

const whenReady = async (page: Page): Promise<{ ready: number }> => {
  await page.waitForFunction(() => performance.getEntriesByName('tiyan:ready').length > 0, undefined, {
    timeout: 60_000,
    // At every frame it would slow down what it waits for.
    polling: 200,
  })
  return { ready: await page.evaluate(() => performance.getEntriesByName('tiyan:ready')[0]?.startTime ?? Number.NaN) }
}

/** Runs in the page: whether its service worker has everything that shows the survey. */
async function isKept(): Promise<boolean> {
  const keys = await (await caches.open('tiyan')).keys()
  return [/\/api\/surveys\//, /\?lang=zh$/, /\/questions-/].every((part) => keys.some(({ url }) => part.test(url)))
}

/** A person has begun, closed the page, and opens it again where there is no network. */
async function returnOffline(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: phone })
  const before = await context.newPage()
  await before.goto(url)
  await before.locator('input[type=radio]').first().check()
  await whenReady(before)
  await before.locator('#first .go').click()
  while (!(await before.evaluate(isKept))) await before.waitForTimeout(100)
  await before.close()
  await context.setOffline(true)
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness })
  await page.addInitScript(watch)
  await page.goto(url, { waitUntil: 'commit' })
  const first = await answerFirst(page)
  await context.close()
  return { ...first, ready: 0, bytes: 0, shift: 0 }
}

/** The same words and questions as somebody would write them by hand: no script, a few lines of style. */
async function handMadeForm(browser: Browser, url: string): Promise<string> {
  const page = await browser.newPage({ viewport: phone })
  await page.goto(url)
  const welcome = await page.evaluate(() => {
    const copy = document.querySelector('#welcome')?.cloneNode(true) as HTMLElement
    for (const element of copy.querySelectorAll('*')) {
      for (const name of element.getAttributeNames()) element.removeAttribute(name)
    }
    return copy.innerHTML
  })
  const asked = await page.evaluate(() =>
    Array.from(document.querySelectorAll('#first .question'), (question) => ({
      title: question.querySelector('.question-title')?.textContent ?? '',
      choices: Array.from(question.querySelectorAll('label'), (label) => label.textContent ?? ''),
    })),
  )
  const title = await page.title()
  await page.close()
  const fields = asked.map(
    ({ title: legend, choices }, at) =>
      `<fieldset><legend>${legend}</legend>${choices.map((choice) => `<p><label><input type="radio" name="q${at}"> ${choice}</label></p>`).join('')}</fieldset>`,
  )
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>body{font:1rem sans-serif;margin:1rem}label{display:block;padding:.75rem;border:1px solid #888}</style>${welcome}<form method="post">${fields.join('')}<button>OK</button></form></html>`
}

async function serveHandMade(form: string): Promise<{ url: string; stop: () => void }> {
  const body = brotliCompressSync(form)
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, stop: () => server.close() }
}
