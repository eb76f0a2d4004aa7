import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { ServerProcess } from '../process/server.ts'
import { desk, phone } from './chromium.ts'
import { button, hurryToLast, openPhone, radio, rateAll, receiptOn, screen, wording } from './resident.ts'
import { sharedChromium, sharedDemo } from './shared.ts'

const long = process.env.TIYAN_LONG === '1'
let server: ServerProcess
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([sharedDemo(), sharedChromium()])
})

const demo = () => `${server.url}/s/demo`
const stateOf = async (receipt: string) => (await fetch(`${server.url}/api/receipts/${receipt}`)).json()

async function toUsage(page: Page, words = wording.zh) {
  await screen(page, words)
  await button(page, words.next).click()
  await page.getByRole('checkbox', { name: words.online }).check()
}

test('a resident answers on a phone from the welcome to the receipt, and the response counts once, though sent with a double tap', async () => {
  const { page, context, faults } = await openPhone(browser, demo())
  const sent: number[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('/responses')) sent.push(response.status())
  })
  await toUsage(page)
  await rateAll(page)
  await button(page, '提交答卷').dblclick()
  await page.getByRole('heading', { name: '感谢您的参与' }).waitFor()
  expect(sent.filter((status) => status === 201)).toHaveLength(1)
  expect(sent.every((status) => status < 300)).toBe(true)
  const receipt = await receiptOn(page)
  expect(await stateOf(receipt)).toMatchObject({ survey: 'demo', state: 'counted' })

  await page.getByRole('link', { name: '查询或撤回', exact: true }).click()
  await page.getByText('答卷已收到，计入本次调查。').waitFor()
  await page.getByText('撤回这份答卷').click()
  await button(page, '确认撤回').click()
  await page.getByText('这份答卷已经撤回，答案已经删除。').waitFor()
  expect(await stateOf(receipt)).toMatchObject({ state: 'withdrawn' })
  expect(faults).toEqual([])
  await context.close()
})

test('what is missing is said on top and beside the question, and leads there', async () => {
  const { page, context } = await openPhone(browser, demo())
  await radio(page, '同意').check()
  await button(page, '下一页').click()
  const summary = page.getByRole('alert').first()
  await summary.getByText('还有几处需要填写或更正').waitFor()
  await summary.getByRole('link', { name: /性别/ }).click()
  await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement)?.type)).toBe('radio')
  expect(await radio(page, '同意').isChecked()).toBe(true)
  await context.close()
})

test('an answer that the server refuses is shown where it is to be mended, and can be sent again', async () => {
  const { page, context } = await openPhone(browser, demo())
  await page.route('**/responses', async (route) => {
    const body = route.request().postDataJSON()
    await route.continue({ postData: JSON.stringify({ ...body, answers: { ...body.answers, S2: 'of no age' } }) })
  })
  await toUsage(page)
  await hurryToLast(page)
  await button(page, '提交答卷').click()
  await page.getByRole('alert').getByText('有内容需要更正').waitFor()
  await page.getByRole('link', { name: /年龄/ }).waitFor()
  await page.unroute('**/responses')
  await radio(page, '45–59岁').check()
  await button(page, '下一页').click()
  await hurryToLast(page)
  await button(page, '提交答卷').click()
  await page.getByRole('heading', { name: '感谢您的参与' }).waitFor()
  await context.close()
})

test('nothing is kept on the device before consent; afterwards every page survives a reload', async () => {
  const { page, context } = await openPhone(browser, demo())
  const kept = () => page.evaluate(() => ({ ...localStorage, ...sessionStorage, cookies: document.cookie }))
  await radio(page, '是').check()
  expect(await kept()).toEqual({ cookies: '' })
  await radio(page, '同意').check()
  await page.reload()
  await page.locator('#session').waitFor()
  expect(await radio(page, '是').isChecked()).toBe(true)
  await toUsage(page)
  await page.reload()
  await page.getByRole('heading', { name: '使用情况' }).waitFor()
  expect(await page.getByRole('checkbox', { name: wording.zh.online }).isChecked()).toBe(true)
  await button(page, '下一页').click()
  await radio(page, '比较满意').first().check()
  await page.reload()
  await page.getByRole('heading', { name: '政务服务' }).waitFor()
  expect(await radio(page, '比较满意').first().isChecked()).toBe(true)
  await context.close()
})

test('the back button of the phone and of the page go one page back and lose nothing', async () => {
  const { page, context } = await openPhone(browser, demo())
  await toUsage(page)
  await button(page, '下一页').click()
  await page.getByRole('heading', { name: '政务服务' }).waitFor()
  await page.goBack()
  await page.getByRole('heading', { name: '使用情况' }).waitFor()
  expect(await page.getByRole('checkbox', { name: wording.zh.online }).isChecked()).toBe(true)
  await button(page, '上一页').click()
  await page.getByRole('heading', { name: '您的基本情况' }).waitFor()
  expect(await radio(page, '女').isChecked()).toBe(true)
  await context.close()
})

test('the language and the large type are switched midway, with everything answered so far', async () => {
  const { page, context, faults } = await openPhone(browser, demo())
  await radio(page, '同意').check()
  await page.getByRole('link', { name: 'English' }).click()
  await page.getByRole('radio', { name: 'I agree' }).waitFor()
  expect(await radio(page, 'I agree').isChecked()).toBe(true)
  await toUsage(page, wording.en)
  await page.getByRole('link', { name: 'Large type' }).click()
  await page.getByText(/^Question \d+ of \d+$/).waitFor()
  expect(await page.getByRole('checkbox', { name: wording.en.online }).isChecked()).toBe(true)
  await page.getByRole('link', { name: '中文' }).click()
  await page.getByText(/^第 \d+ 题，共 \d+ 题$/).waitFor()
  await page.getByRole('link', { name: '标准版' }).click()
  await page.getByText(/^第 \d+ 部分，共 \d+ 部分$/).waitFor()
  await hurryToLast(page)
  await button(page, '提交答卷').click()
  await page.getByRole('heading', { name: '感谢您的参与' }).waitFor()
  expect(faults).toEqual([])
  await context.close()
})

test.runIf(long)('a wide window shows the same in English', async () => {
  const { page, context } = await openPhone(browser, `${demo()}?lang=en`, desk)
  await toUsage(page, wording.en)
  await rateAll(page, wording.en)
  await button(page, 'Send my answers').click()
  await page.getByRole('heading', { name: wording.en.thanks }).waitFor()
  await context.close()
})

test('who does not agree, or lives elsewhere, is thanked, and nothing of them is kept', async () => {
  const declined = await openPhone(browser, demo())
  await radio(declined.page, '不同意').check()
  await button(declined.page, '下一页').click()
  await declined.page.getByRole('heading', { name: '您选择了不参加' }).waitFor()
  expect(await declined.page.evaluate(() => ({ ...localStorage }))).toEqual({})
  await declined.context.close()

  const visitor = await openPhone(browser, demo())
  await screen(visitor.page)
  await radio(visitor.page, '否').check()
  await button(visitor.page, '下一页').click()
  await visitor.page.getByRole('heading', { name: '感谢您愿意参加' }).waitFor()
  expect(await visitor.page.evaluate(() => ({ ...localStorage }))).toEqual({})
  await visitor.context.close()
})

test('where SurveyJS cannot be had, the plain pages go on with what was answered', async () => {
  const { page, context } = await openPhone(browser, demo(), phone, '**/assets/questions*')
  await screen(page)
  await button(page, '下一页').click()
  await page.waitForURL('**/s/demo/plain*')
  await page.getByRole('heading', { name: '使用情况' }).waitFor()
  await context.close()
})

test('who goes on before any script has come loses nothing: the plain pages keep it, and the full page goes on with it', async () => {
  const { page, context, faults } = await openPhone(browser, demo(), phone, '**/assets/*')
  const kept = () => page.evaluate(() => JSON.parse(localStorage.getItem('tiyan.draft.demo') ?? 'null'))
  await screen(page)
  const id = (await kept()).id
  await button(page, '下一页').click()
  await page.waitForURL('**/s/demo/plain*')
  await page.getByRole('checkbox', { name: wording.zh.online }).check()
  await button(page, '下一页').click()
  await radio(page, '比较满意').first().check()
  await context.setOffline(true)
  await button(page, '下一页').click()
  await page.getByText('现在没有网络。').waitFor()
  await context.setOffline(false)
  expect(await kept()).toMatchObject({
    id,
    answers: { consent: true, S5: ['g1'] },
    place: { place: expect.any(String) },
  })

  await page.unroute('**/assets/*')
  await page.goto(demo())
  await button(page, '继续填写').click()
  await page.getByRole('heading', { name: '政务服务' }).waitFor()
  expect(await radio(page, '比较满意').first().isChecked()).toBe(true)
  await page.goto(`${demo()}/plain`)
  await page.getByText('这台设备上有一份没填完的答卷').waitFor()
  expect((await kept()).id).toBe(id)
  expect(faults).toEqual([])
  await context.close()
})
