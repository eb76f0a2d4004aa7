import type { Browser, Page } from 'playwright-core'
import { beforeAll, describe, test } from 'vitest'
import type { ServerProcess } from '../process/server.ts'
import { findings } from './axe.ts'
import { phone } from './chromium.ts'
import { type Mode, modes, openIn } from './modes.ts'
import { button, radio, rateAll, screen, wording } from './resident.ts'
import { sharedChromium, sharedDemo } from './shared.ts'

const long = process.env.TIYAN_LONG === '1'
let server: ServerProcess
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([sharedDemo(), sharedChromium()])
})

const wordsOf = ({ query }: Mode) => (query.includes('lang=en') ? wording.en : wording.zh)
const next = (page: Page, mode: Mode) =>
  page
    .locator('#first .go, #next')
    .locator('visible=true')
    .first()
    .click()
    .then(() => mode)

/** States of the page, each reached from a fresh one; the first of a mode is looked at in the short form too. */
const states: Record<string, (page: Page, mode: Mode) => Promise<unknown>> = {
  missing: (page, mode) => next(page, mode).then(() => page.locator('.wrong-summary').waitFor()),
  welcome: async () => {},
  declined: async (page, mode) => {
    await page.locator('input[type=radio][value=false]').first().check()
    await next(page, mode)
    await page.locator('#ending').waitFor()
  },
  resumed: async (page, mode) => {
    await radio(page, wordsOf(mode).agree).check()
    await next(page, mode)
    await page.locator('#session').waitFor()
    await page.evaluate(() => history.replaceState(null, ''))
    await page.reload()
    await page.locator('#draft-here').waitFor()
  },
  finished: async (page, mode) => {
    if (mode.query.includes('elder')) return
    await screen(page, wordsOf(mode))
    await next(page, mode)
    await page.locator('#questions input[type=checkbox]').first().check()
    await findings(page)
    await rateAll(page, wordsOf(mode))
    await findings(page)
    await button(page, wordsOf(mode).send).click()
    await page.locator('#thanks').waitFor()
    await page.locator('#after a').click()
  },
}

async function look(mode: Mode, state: string) {
  const page = await openIn(browser, mode, `${server.url}/s/demo`)
  await states[state]?.(page, mode)
  await findings(page)
  await page.context().close()
}

describe.each(modes)('$name', (mode) => {
  test.each(long ? Object.keys(states) : ['missing'])('has no finding: %s', (state) => look(mode, state), 60_000)
})

test.each(['/r', '/r?lang=en&code=NONE', '/s/demo/plain', '/s/demo/paper'])('%s has no finding', async (path) => {
  const context = await browser.newContext({ viewport: phone })
  const page = await context.newPage()
  await page.goto(`${server.url}${path}`)
  await findings(page)
  await context.close()
})
