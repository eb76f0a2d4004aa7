import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ServerProcess } from '../process/server.ts'
import { findings } from './axe.ts'
import { type Mode, modes, openIn } from './modes.ts'
import { wording } from './resident.ts'
import { sharedChromium, sharedDemo } from './shared.ts'

const long = process.env.TIYAN_LONG === '1'
let server: ServerProcess
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([sharedDemo(), sharedChromium()])
})

const wordsOf = ({ query }: Mode) => (query.includes('lang=en') ? wording.en : wording.zh)

/** What is answered on the page that is shown. */
const answered = (page: Page): Promise<string[]> =>
  page
    .locator('.question:visible input:checked, .question:visible textarea')
    .evaluateAll((fields) => (fields as HTMLInputElement[]).map(({ value }) => value))

const progress = (page: Page) => page.locator('.progress:visible').textContent()

/** Answers what is shown: by first choices, which always belong to the population, and an open question in words. */
async function answerPage(page: Page) {
  for (const question of await page.locator('.question:visible').all()) {
    const first = question.locator('input[type=radio], input[type=checkbox]').first()
    if ((await question.locator('input:checked').count()) === 0 && (await first.count()) > 0) await first.check()
    const text = question.locator('textarea')
    if ((await text.count()) > 0) await text.fill('公交更准时')
  }
}

/** Goes through the whole questionnaire, looking at every page once it is answered, to the receipt. */
async function walk(page: Page, look: (page: Page) => Promise<void>): Promise<number> {
  for (let pages = 1; ; pages++) {
    await answerPage(page)
    await look(page)
    const before = (await page.locator('.progress:visible').count()) > 0 ? await progress(page) : null
    await page.locator('.go:visible').click()
    await page.waitForFunction((old) => {
      const shown = Array.from(document.querySelectorAll<HTMLElement>('.progress')).find((one) => one.offsetParent)
      // While the page waits for a place it has not been turned yet.
      const waits = document.querySelector('#next[aria-disabled]') !== null
      return document.querySelector('#receipt') !== null || (!waits && shown && shown.textContent !== old)
    }, before)
    if (await page.locator('#receipt').isVisible()) return pages
  }
}

/** By the accessibility tree: one heading on top; each question by its title, with all that it offers by name and in order. */
async function readsAloud(page: Page) {
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
  for (const question of await page.locator('.question:visible').all()) {
    const title = ((await question.locator('.question-title').first().textContent()) ?? '')
      .replace(/\s*\*.*$/, '')
      .trim()
    const tree = await question.ariaSnapshot()
    expect(tree).toMatch(/- (radiogroup|group|textbox) "/)
    expect(tree).toContain(title)
    const named = [...tree.matchAll(/- (?:radio|checkbox) "([^"]+)"/g)].map(([, name]) => name)
    const offered = await question.locator('.choice:visible').allTextContents()
    expect(named).toEqual(offered.map((words) => words.trim()))
    expect(tree).not.toMatch(/- (radio|checkbox|textbox)\b(?! ")/)
  }
}

/** Which page it is; how many there are in all follows from what was answered on the pages before. */
const place = async (page: Page) => /\d+/.exec((await progress(page)) ?? '')?.[0]

/** After a reload it is the same page, with the same answers. */
async function reloaded(page: Page) {
  if (!(await page.locator('#session').isVisible())) return
  const before = [await place(page), ...(await answered(page))]
  await page.reload()
  await page.locator('#session:visible .question').first().waitFor()
  expect([await place(page), ...(await answered(page))]).toEqual(before)
}

describe.runIf(long).each(modes)('the whole questionnaire: $name', (mode) => {
  test('every page survives a reload with its answers, none is lost, and each reads well aloud', async () => {
    const page = await openIn(browser, mode, `${server.url}/s/demo`)
    const pages = await walk(page, async (shown) => {
      await reloaded(shown)
      await readsAloud(shown)
      if (long) await findings(shown)
    })
    expect(pages).toBeGreaterThan(mode.query.includes('elder') ? 30 : 10)
    await page.getByRole('heading', { name: wordsOf(mode).thanks }).waitFor()
    await page.context().close()
  }, 1_200_000)
})

describe.runIf(long).each(modes)('the plain pages: $name', (mode) => {
  test('no page has a finding, from the welcome to the receipt, and each has its heading', async () => {
    const page = await openIn(browser, mode, `${server.url}/s/demo/plain`)
    await walk(page, async (shown) => {
      await findings(shown)
      await readsAloud(shown)
    })
    await findings(page)
    await page.context().close()
  }, 1_200_000)
})
