import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { text } from '../../client/resident/text.ts'
import type { ServerProcess } from '../process/server.ts'
import { button, hurryToLast, openPhone, radio, receiptOn, screen, wording } from './resident.ts'
import { sharedChromium, sharedDemo } from './shared.ts'

let server: ServerProcess
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([sharedDemo(), sharedChromium()])
})

const demo = () => `${server.url}/s/demo`
const stateOf = async (receipt: string) => (await fetch(`${server.url}/api/receipts/${receipt}`)).json()

async function toUsage(page: Page) {
  await screen(page)
  await button(page, '下一页').click()
  await page.getByRole('checkbox', { name: wording.zh.online }).check()
}

/** The service worker has what shows the survey. */
const keptOffline = (page: Page) =>
  expect
    .poll(() =>
      page.evaluate(async () => {
        const keys = (await (await caches.open('tiyan')).keys()).map(({ url }) => url)
        return ['/api/surveys/demo', '/s/demo?lang=zh', '/assets/questions'].every((part) =>
          keys.some((url) => url.includes(part)),
        )
      }),
    )
    .toBe(true)

test('without a network in the middle and at the end: it is finished, kept, and sent by itself later', async () => {
  const { page, context } = await openPhone(browser, demo())
  await toUsage(page)
  await context.setOffline(true)
  await page.getByText(text.offline.zh).waitFor()
  await hurryToLast(page)
  expect(await page.locator('#status').textContent()).toBe(text.offline.zh)
  await button(page, '提交答卷').click()
  await page.getByRole('heading', { name: '答卷已填完，等待提交' }).waitFor()
  await page.getByText('答卷已保存在这台设备上').waitFor()
  await context.setOffline(false)
  await page.getByRole('heading', { name: '感谢您的参与' }).waitFor()
  expect(await stateOf(await receiptOn(page))).toMatchObject({ state: 'counted' })
  expect(await page.evaluate(() => localStorage.getItem('tiyan.waiting'))).toBeNull()
  await context.close()
})

test('who comes back without a network finds the page and the answers, and sends when it is there again', async () => {
  const { page, context } = await openPhone(browser, demo())
  await toUsage(page)
  await keptOffline(page)
  await context.setOffline(true)
  await page.close()
  const later = await context.newPage()
  await later.goto(demo())
  await radio(later, '同意').waitFor()
  await button(later, '继续填写').click()
  await later.getByRole('heading', { name: '使用情况' }).waitFor()
  expect(await later.getByRole('checkbox', { name: wording.zh.online }).isChecked()).toBe(true)
  await hurryToLast(later)
  await button(later, '提交答卷').click()
  await later.getByRole('heading', { name: '答卷已填完，等待提交' }).waitFor()
  await later.close()

  await context.setOffline(false)
  const last = await context.newPage()
  await last.goto(demo())
  await last.getByRole('heading', { name: '感谢您的参与' }).waitFor()
  expect(await stateOf(await receiptOn(last))).toMatchObject({ state: 'counted' })
  await context.close()
})

test('a queue that is replayed never revives a withdrawn answer', async () => {
  const { page, context } = await openPhone(browser, demo())
  let receipt = ''
  // It arrives, but the phone never hears of it.
  await page.route('**/responses', async (route) => {
    const answer = await route.fetch()
    receipt = (await answer.json()).receipt
    await route.abort()
  })
  await toUsage(page)
  await hurryToLast(page)
  await button(page, '提交答卷').click()
  await page.getByRole('heading', { name: '答卷已填完，等待提交' }).waitFor()
  await fetch(`${server.url}/api/receipts/${receipt}`, { method: 'DELETE' })
  await page.unroute('**/responses')
  await button(page, '现在再试').click()
  await page.getByRole('heading', { name: '这份答卷已撤回' }).waitFor()
  expect(await stateOf(receipt)).toMatchObject({ state: 'withdrawn' })
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  await context.close()
})

test('two tabs with the same questionnaire count once', async () => {
  const { page, context } = await openPhone(browser, demo())
  await toUsage(page)
  const other = await context.newPage()
  await other.goto(demo())
  await button(other, '继续填写').click()
  await other.getByRole('heading', { name: '使用情况' }).waitFor()
  await page.bringToFront()
  await hurryToLast(page)
  await button(page, '提交答卷').click()
  await page.getByRole('heading', { name: '感谢您的参与' }).waitFor()
  await other.getByRole('heading', { name: '感谢您的参与' }).waitFor()
  expect(await receiptOn(other)).toBe(await receiptOn(page))
  await context.close()
})

test('a code takes the answers to another device, and only once', async () => {
  const { page, context } = await openPhone(browser, demo())
  await toUsage(page)
  await page.getByText('换一台设备接着填').click()
  await button(page, '给我续填码').click()
  const code = (await page.locator('#elsewhere output').textContent()) ?? ''
  expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)

  const other = await openPhone(browser, demo())
  await other.page.getByText('有续填码').click()
  await other.page.getByLabel(/续填码/).fill(code.toLowerCase())
  await button(other.page, '继续填写').click()
  await other.page.getByRole('heading', { name: '使用情况' }).waitFor()
  expect(await other.page.getByRole('checkbox', { name: wording.zh.online }).isChecked()).toBe(true)
  const statusOfCode = async () => (await fetch(`${server.url}/api/surveys/demo/drafts/${code}`)).status
  await expect.poll(statusOfCode).toBe(404)
  await context.close()
  await other.context.close()
})

test('who goes on with a code while the empty questionnaire still loads gets what was answered, and only that', async () => {
  const { page, context } = await openPhone(browser, demo())
  await toUsage(page)
  await page.getByText('换一台设备接着填').click()
  await button(page, '给我续填码').click()
  const code = (await page.locator('#elsewhere output').textContent()) ?? ''
  await context.close()

  const other = await browser.newContext({ locale: 'zh-CN' })
  const late = await other.newPage()
  await late.addInitScript(() => {
    const held = new Promise((resolve) => addEventListener('deliver', resolve, { once: true }))
    const { fetch } = window
    let asked = 0
    window.fetch = async (address, options) => {
      if (address === '/api/surveys/demo') {
        document.documentElement.dataset.asked = `${++asked}`
        if (asked === 1) await held
      }
      return fetch(address, options)
    }
  })
  await late.goto(demo())
  await late.locator('html[data-asked="1"]').waitFor()
  await late.getByText('有续填码').click()
  await late.getByLabel(/续填码/).fill(code)
  await button(late, '继续填写').click()
  await late.getByRole('heading', { name: '使用情况' }).waitFor()
  const empty = late.waitForResponse('**/api/surveys/demo')
  await late.evaluate(() => dispatchEvent(new Event('deliver')))
  await empty
  await late.getByRole('link', { name: 'English' }).click()
  await late.getByRole('button', { name: 'Next', exact: true }).waitFor()
  expect(await late.getByRole('checkbox', { name: wording.en.online }).isChecked()).toBe(true)
  expect(await late.locator('#questions .question').count()).toBe(await late.locator('.question:visible').count())
  await other.close()
})
