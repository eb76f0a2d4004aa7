import { randomUUID } from 'node:crypto'
import type { CDPSession, Page } from 'playwright-core'
import { madeUpResident } from '../../../surveys/demo/residents.ts'
import { launchChromium } from '../../browser/chromium.ts'
import { signIn } from '../../browser/console.ts'
import type { ServerProcess } from '../../process/server.ts'
import { type Row, ratio, seconds } from './row.ts'

/** The pages of a survey and what is there once each can be worked with. */
const pages = [
  ['/console/fieldwork', 'table'],
  ['/console/fieldwork/demo', '[data-figure="live-score"]'],
  ['/console/fieldwork/demo/acting', 'tbody tr[data-row-key]'],
  ['/console/fieldwork/demo/responses', '.response-table .ant-table-row'],
  ['/console/fieldwork/demo/comments', '.comments li'],
  ['/console/fieldwork/demo/alerts', '.alert-rule'],
  ['/console/fieldwork/demo/records', '.record-group'],
  ['/console/handout/demo', '.qr-shown'],
  ['/console/rounds', 'table'],
] as const

/** Milliseconds: on a busy machine a figure is late, not missing. */
const patience = 300_000

/** An hour of updates, shortened. */
const updates = 150

/** The page of a survey right after the start of its server, while its responses are still being counted. */
export async function openedAtOnce(server: ServerProcess): Promise<Row[]> {
  const browser = await launchChromium()
  try {
    const page = await signIn(browser, server)
    page.setDefaultTimeout(patience)
    const began = performance.now()
    await page.goto('/console/fieldwork/demo')
    await page.locator('nav.subpages a').first().waitFor()
    const shown = performance.now() - began
    await page.locator('[data-figure="live-score"]').waitFor()
    const counted = performance.now() - began
    return [
      {
        what: 'Page of the monitor right after a start: can be worked with',
        measured: `${seconds(shown)} (its figures after ${seconds(counted)})`,
        against: '1 s',
        ratio: ratio(shown / 1000),
      },
    ]
  } finally {
    await browser.close()
  }
}

/** How long every page takes until it can be worked with, and what updates do to the memory of the monitor. */
export async function* openPages(server: ServerProcess): AsyncGenerator<Row> {
  const browser = await launchChromium()
  try {
    const page = await signIn(browser, server)
    page.setDefaultTimeout(patience)
    for (const [path, there] of pages) {
      // Twice: a browser keeps the scripts of the console.
      const times = [await opened(page, path, there), await opened(page, path, there)]
      yield {
        what: `Page ${path}: can be worked with`,
        measured: `${seconds(times[1] ?? 0)} (the first time ${seconds(times[0] ?? 0)})`,
        against: '1 s',
        ratio: ratio((times[1] ?? 0) / 1000),
      }
    }
    yield await flatMemory(page)
  } finally {
    await browser.close()
  }
}

async function opened(page: Page, path: string, there: string): Promise<number> {
  const began = performance.now()
  await page.goto(path)
  // Looked for in every frame: a locator that waits looks every half a second in the end.
  await page.waitForFunction((selector) => document.querySelector(selector)?.checkVisibility(), there)
  return performance.now() - began
}

async function flatMemory(page: Page): Promise<Row> {
  await opened(page, '/console/fieldwork/demo', '[data-figure="live-score"]')
  const client = await page.context().newCDPSession(page)
  await updated(page, updates / 3)
  const before = await heap(client)
  await updated(page, updates)
  const after = await heap(client)
  return {
    what: `Page of the monitor: its memory after ${updates} more updates`,
    measured: `${(after / 1e6).toFixed(1)} MB`,
    against: `${(before / 1e6).toFixed(1)} MB before`,
    ratio: ratio(after / before),
  }
}

/** Answers, one after another, each seen in the page. */
async function updated(page: Page, times: number): Promise<void> {
  const responses = page.locator('[data-figure="responses"] .ant-statistic-content-value')
  for (let time = 0; time < times; time++) {
    const before = await responses.textContent()
    const sent = await page.request.post('/api/surveys/demo/responses', {
      data: { id: randomUUID(), answers: madeUpResident(time).answers },
    })
    if (sent.status() !== 201) throw new Error(await sent.text())
    await page.waitForFunction(
      ([selector, shown]) => document.querySelector(selector ?? '')?.textContent !== shown,
      ['[data-figure="responses"] .ant-statistic-content-value', before ?? ''],
    )
  }
}

async function heap(client: CDPSession): Promise<number> {
  for (let time = 0; time < 3; time++) await client.send('HeapProfiler.collectGarbage')
  const { usedSize } = await client.send('Runtime.getHeapUsage')
  return usedSize
}
