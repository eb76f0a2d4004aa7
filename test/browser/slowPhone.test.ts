import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { ServerProcess } from '../process/server.ts'
import { button, openPhone, radio, screen, scriptRuns, wording } from './resident.ts'
import { sharedChromium, sharedDemo } from './shared.ts'

let server: ServerProcess
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([sharedDemo(), sharedChromium()])
})

const questions = '**/assets/questions-*.js'
const places = '**/api/surveys/demo/places'

/** Holds back what is asked for at this address until it is let go. */
async function hold(page: Page, address: string): Promise<() => void> {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(address, async (route) => {
    await held
    await route.continue()
  })
  return release
}

const kept = (page: Page) => page.evaluate(() => localStorage.getItem('tiyan.draft.demo'))

/** A phone where SurveyJS comes only when it is let go. */
async function openSlow(query: string) {
  const phone = await openPhone(browser, 'about:blank')
  const release = await hold(phone.page, questions)
  await phone.page.goto(`${server.url}/s/demo${query}`)
  await scriptRuns(phone.page)
  return { ...phone, release }
}

test('who taps twice, and changes the language, while SurveyJS loads is taken one question on with what was answered', async () => {
  const { page, context, faults, release } = await openSlow('?lang=zh&view=elder')
  await radio(page, '同意').check()
  await button(page, '下一页').click()
  await page.getByText('正在打开问卷…').waitFor()
  await button(page, '下一页').click()
  await page.getByRole('link', { name: 'English' }).click()
  await page.getByRole('heading', { name: /Dongzhou citizen-experience survey/ }).waitFor()
  expect(await radio(page, 'I agree').isChecked()).toBe(true)
  release()
  await page.getByText('Question 2 of').waitFor()
  expect(await page.locator('.wrong-summary').count()).toBe(0)
  expect(faults).toEqual([])
  await context.close()
})

test('who answers before any script has come stays on that page; what is left of it is offered at once later, also before any script', async () => {
  const { page, context, faults } = await openPhone(browser, 'about:blank')
  const script = '**/assets/resident-*.js'
  const release = await hold(page, script)
  await page.goto(`${server.url}/s/demo`)
  await radio(page, '同意').check()
  release()
  await page.getByText('有续填码').waitFor()
  await radio(page, '是').check()
  expect(await page.locator('#welcome').isVisible()).toBe(true)
  expect(await page.locator('#session').isVisible()).toBe(false)
  await expect.poll(() => kept(page)).toMatch(/"S1"/)

  const later = await context.newPage()
  const releaseLater = await hold(later, script)
  await later.goto(`${server.url}/s/demo`)
  await button(later, '继续填写').click()
  await later.getByText('正在打开问卷…').waitFor()
  releaseLater()
  await later.locator('#session').waitFor()
  expect(await radio(later, '是').isChecked()).toBe(true)
  expect(faults).toEqual([])
  await context.close()
})

test('who goes on with an earlier response while the first page waits for SurveyJS is not taken elsewhere', async () => {
  const { page, context, release } = await openSlow('')
  const draft = { id: '6f4a1c9e-2b7d-4d57-9c3e-8d0f6b1a2c3d', answers: { consent: true, S1: 'yes' }, step: 'screening' }
  await page.evaluate(
    (one) => {
      localStorage.setItem('tiyan.draft.demo', JSON.stringify(one))
    },
    { ...draft, timings: {} },
  )
  await page.reload()
  await scriptRuns(page)
  await button(page, '下一页').click()
  await button(page, '继续填写').click()
  release()
  await page.locator('#session').waitFor()
  expect(await radio(page, '是').isChecked()).toBe(true)
  expect(new URL(page.url()).pathname).toBe('/s/demo')
  await context.close()
})

test('a double tap turns one page; an answer redraws how many follow; who stops agreeing leaves nothing behind', async () => {
  const { page, context, faults } = await openPhone(browser, `${server.url}/s/demo?lang=zh&view=elder`)
  await radio(page, '同意').check()
  await button(page, '下一页').tap()
  await page.getByText('第 2 题，共').waitFor()
  await page.waitForFunction((since) => performance.now() - since > 400, await page.evaluate(() => performance.now()))
  await radio(page, '是').check()
  // Both taps are on their way before the page can answer the first.
  const { x, y, width, height } = (await button(page, '下一题').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  const [atX, atY] = [x + width / 2, y + height / 2]
  await Promise.all([page.touchscreen.tap(atX, atY), page.touchscreen.tap(atX, atY)])
  await page.getByText('第 3 题，共').waitFor()
  expect(await page.locator('.wrong-summary').count()).toBe(0)

  await page.getByRole('link', { name: '标准版' }).click()
  await screen(page)
  await button(page, '下一页').click()
  await page.getByRole('heading', { name: '使用情况' }).waitFor()
  await page.getByRole('link', { name: '长辈版' }).click()
  const total = async () => Number(/共 (\d+) 题/.exec((await page.locator('#progress').textContent()) ?? '')?.[1])
  const before = await total()
  await page.getByRole('checkbox', { name: wording.zh.online }).check()
  expect(await total()).toBeGreaterThan(before)
  expect(await kept(page)).not.toBeNull()

  await page.getByRole('link', { name: '标准版' }).click()
  await button(page, '上一页').click()
  await radio(page, '不同意').check()
  await button(page, '下一页').click()
  await page.getByRole('heading', { name: '您选择了不参加' }).waitFor()
  expect(await kept(page)).toBeNull()
  expect(faults).toEqual([])
  await context.close()
})

test('who goes back while a place is asked for stays there', async () => {
  const { page, context, faults } = await openPhone(browser, `${server.url}/s/demo`)
  await screen(page)
  await page.getByRole('link', { name: '长辈版' }).click()
  // The whole first page, or its first question where SurveyJS had begun before the larger type was asked for.
  await page.getByRole('button', { name: /^下一[页题]$/ }).click()
  for (const at of [2, 3, 4]) {
    await page.getByText(`第 ${at} 题，共`).waitFor()
    await button(page, '下一题').click()
  }
  await page.getByText('第 5 题，共').waitFor()
  const release = await hold(page, places)
  await button(page, '下一题').click()
  await page.getByText('请稍候…').waitFor()
  await page.goBack()
  await page.getByText('第 4 题，共').waitFor()
  const settled = page.waitForResponse(places)
  release()
  await settled
  await page.locator('#next:not([aria-disabled])').waitFor()
  await page.getByText('第 4 题，共').waitFor()
  expect(faults).toEqual([])
  await context.close()
})
