import type { Browser, Page } from 'playwright-core'
import { phone } from './chromium.ts'

export const wording = {
  zh: {
    agree: '同意',
    yes: '是',
    age: '30–44岁',
    female: '女',
    fairly: '比较满意',
    next: '下一页',
    send: '提交答卷',
    back: '上一页',
    online: '在网上或手机上办理政务事项',
    thanks: '感谢您的参与',
  },
  en: {
    agree: 'I agree',
    yes: 'Yes',
    age: '30–44',
    female: 'Female',
    fairly: 'Fairly satisfied',
    next: 'Next',
    send: 'Send my answers',
    back: 'Back',
    online: 'Government procedures online or by phone',
    thanks: 'Thank you for taking part',
  },
}

type Words = (typeof wording)['zh']

/**
 * A resident's phone on a page of the survey; what goes wrong in its scripts is collected.
 * @param without addresses that cannot be reached, as a pattern
 */
export async function openPhone(browser: Browser, url: string, viewport = phone, without?: string) {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', hasTouch: true })
  const page = await context.newPage()
  if (without !== undefined) await page.route(without, (route) => route.abort())
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) faults.push(message.text())
  })
  await page.goto(url)
  if (without !== '**/assets/*') await scriptRuns(page)
  return { context, page, faults }
}

/** Waits for the page's own script, where it has one: before, its buttons lead to the plain pages. */
export const scriptRuns = (page: Page) =>
  page.waitForFunction(() => !document.querySelector('#start') || document.querySelector('#go-on summary'))

export const radio = (page: Page, name: string) => page.getByRole('radio', { name, exact: true })
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

/** Agrees and answers the screening questions of the demo. */
export async function screen(page: Page, words: Words = wording.zh): Promise<void> {
  await radio(page, words.agree).check()
  await radio(page, words.yes).check()
  await radio(page, words.age).check()
  await page
    .locator('.question:visible', { hasText: /哪个区|Which district/ })
    .getByRole('radio')
    .nth(2)
    .check()
  await radio(page, words.female).check()
}

/** Goes to the last page, rating everything on the way alike; a page at a time, as each rating by itself takes long. */
export async function rateAll(page: Page, words: Words = wording.zh): Promise<void> {
  const section = page.locator('#section')
  for (;;) {
    await radio(page, words.fairly).evaluateAll((all) => {
      for (const one of all as HTMLElement[]) one.click()
    })
    if (await button(page, words.send).isVisible()) return
    const before = await page.locator('#progress').textContent()
    await button(page, words.next).click()
    await section.waitFor()
    await page.waitForFunction((old) => document.querySelector('#progress')?.textContent !== old, before)
  }
}

/** The same without fingers, for tests of what comes after the last page: all of it happens in the page, without waiting. */
export const hurryToLast = (page: Page, { fairly, send }: Words = wording.zh): Promise<void> =>
  page.evaluate(
    async (words) => {
      const textOf = (selector: string) => document.querySelector(selector)?.textContent
      while (textOf('#next') !== words.send) {
        for (const label of document.querySelectorAll<HTMLElement>('#questions label')) {
          if (label.textContent?.trim() === words.fairly) label.click()
        }
        const before = textOf('#progress')
        document.getElementById('next')?.click()
        while (textOf('#progress') === before) await new Promise((resolve) => setTimeout(resolve, 10))
      }
    },
    { fairly, send },
  )

export const receiptOn = async (page: Page): Promise<string> => (await page.locator('#receipt').textContent()) ?? ''
