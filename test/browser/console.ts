import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { adminPassword, type ServerProcess } from '../process/server.ts'
import { violationsOn } from './axe.ts'
import { desk } from './chromium.ts'

export interface Person {
  name: string
  password: string
}

export const admin: Person = { name: 'admin', password: adminPassword }

interface Setting {
  language?: 'zh' | 'en'
  viewport?: { width: number; height: number }
}

/** A browser of somebody who has signed in to the console and wants no motion: nothing moves away under a click. */
export async function signIn(
  browser: Browser,
  { url }: Pick<ServerProcess, 'url'>,
  { name, password }: Person = admin,
  { language = 'zh', viewport = desk }: Setting = {},
): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, viewport, reducedMotion: 'reduce' })
  await context.addInitScript((chosen) => localStorage.setItem('tiyan.language', chosen), language)
  const page = await context.newPage()
  await page.goto('/console')
  await page.locator('#username').fill(name)
  await page.locator('#password').fill(password)
  await page.locator('button[type=submit]').click()
  await page.locator('.frame-header').waitFor()
  return page
}

/** Asks the API as the person who is signed in; `data` is JSON unless its type is given. */
export async function askAs(
  { request }: BrowserContext,
  method: string,
  path: string,
  data?: object,
  type = 'application/json',
) {
  const { csrf } = await (await request.get('/api/session')).json()
  const headers = { 'x-csrf-token': csrf, ...(data && { 'content-type': type }) }
  return request.fetch(path, { method, headers, ...(data && { data }) })
}

/** What axe finds against WCAG A and AA on the page as it stands. */
export async function findingsOn(page: Page): Promise<string[]> {
  // What the header covers while one scrolls is no finding.
  await page.evaluate(() => scrollTo(0, 0))
  const violations = await violationsOn(page)
  return violations.map(({ id, html }) => `${id}: ${html.map((one) => one.slice(0, 200)).join(' | ')}`)
}

/** Goes to a page of the console as its links do, without loading it anew. */
export async function goTo(page: Page, path: string): Promise<void> {
  // Away from whatever comes to stand under it.
  await page.mouse.move(0, 0)
  await page.evaluate((to) => {
    history.pushState(null, '', to)
    dispatchEvent(new PopStateEvent('popstate'))
  }, path)
}

/** A number that the console shows, once it is there. */
export async function figure(page: Page, name: string): Promise<number> {
  const text = await page.locator(`[data-figure="${name}"]`).first().textContent()
  const number = /\d[\d,]*(\.\d+)?/.exec(text ?? '')?.[0]
  expect(number, `a number in ${JSON.stringify(text)}`).toBeDefined()
  return Number(number?.replaceAll(',', ''))
}
