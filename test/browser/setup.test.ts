import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { removeFolder, type ServerProcess, startServerProcess } from '../process/server.ts'
import { launchChromium, phone } from './chromium.ts'
import { findingsOn, signIn } from './console.ts'
import {
  beginSurvey,
  fillPopulation,
  fillQuestionnaire,
  fillQuotas,
  fillRegion,
  fillRules,
  linhai,
  onward,
  publish,
} from './setupPath.ts'

let server: ServerProcess
let browser: Browser

beforeAll(async () => {
  server = await startServerProcess(undefined, { TIYAN_DEMO: '0' })
  browser = await launchChromium()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (server) await removeFolder(server.folder)
})

const saved = (page: Page) => page.locator('[data-saving="saved"]').waitFor()

test('somebody walks from an empty store to a published survey; a reload loses nothing', async () => {
  const page = await signIn(browser, server)
  const address = await beginSurvey(page)
  expect(await page.getByRole('button', { name: '下一步' }).isDisabled()).toBe(true)
  await page.getByText('批次的编号和名称').waitFor()
  await fillRegion(page)
  await saved(page)
  await page.goto(address)
  await expect.poll(() => page.locator('[name="title"]').inputValue()).toBe('临海市市民体验调查')

  await onward(page, '问卷')
  await fillQuestionnaire(page)
  const shown = page.frameLocator('.phone-preview iframe')
  await shown.getByText('我已阅读并同意参加本次调查').waitFor()
  expect(await page.locator('.phone-preview iframe').evaluate((frame) => frame.clientWidth)).toBeLessThanOrEqual(360)
  await page.getByText('无脚本').click()
  await shown.locator('form.plain').waitFor()
  expect(await findingsOn(page)).toEqual([])

  await onward(page, '总体结构')
  await fillPopulation(page)
  await page.getByText('各项合计一致').waitFor()
  await onward(page, '样本量')
  await page.locator('[name="target"]').fill('200')
  await onward(page, '配额')
  await fillQuotas(page)
  await page.getByText('性别：2 项，合计 200').waitFor()
  await onward(page, '渠道')
  await onward(page, '时间与规则')
  await fillRules(page)
  await onward(page, '核对与发布')
  await page.getByRole('button', { name: '试运行' }).click()
  expect(await page.locator('[data-figure="dry-run"]').textContent()).toMatch(/\d+ 份有效/)
  expect(await findingsOn(page)).toEqual([])
  await publish(page)

  const survey = await (await fetch(`${server.url}/api/surveys/${linhai.id}`)).json()
  expect(survey).toMatchObject({ state: 'open', region: { code: linhai.region }, madeUp: false })
  const monitor = await (await page.context().request.get(`/api/surveys/${linhai.id}/monitor`)).json()
  expect(monitor.counts.responses).toBe(0)
  expect(monitor.quotas.map(({ id, target }: { id: string; target: number }) => [id, target])).toEqual([
    ['sex-male', 102],
    ['sex-female', 98],
    ['age-16-59', 120],
    ['age-60+', 80],
  ])
  await page.goto('/console/fieldwork')
  await page.getByRole('link', { name: linhai.id, exact: true }).waitFor()
  expect(await page.getByText('未完成的调查').count()).toBe(0)

  // What comes after, on the same survey.
  const pages = [
    [`/console/handout/${linhai.id}`, '.qr-shown'],
    [`/console/handout/${linhai.id}/app`, '.code-sample'],
    [`/console/handout/${linhai.id}/invitations`, '[name="seed"]'],
    [`/console/handout/${linhai.id}/interviewers`, '[name="interviewer"]'],
    ['/console/rounds', 'table'],
    [`/console/rounds/${linhai.round}`, '[data-figure="round"]'],
    ['/console/questionnaires', 'table'],
    [`/console/questionnaires/${linhai.id}/1`, '[name="questionnaire-json"]'],
  ] as const
  const findings: Record<string, string[]> = {}
  for (const [path, there] of pages) {
    await page.goto(path)
    await page.locator(there).first().waitFor()
    findings[path] = await findingsOn(page)
  }
  expect(Object.fromEntries(Object.entries(findings).filter(([, found]) => found.length > 0))).toEqual({})
  await page.context().close()
}, 180_000)

test.runIf(process.env.TIYAN_LONG === '1')(
  'a questionnaire is reworded by form and published as a new version, and the two are compared',
  async () => {
    const page = await signIn(browser, server)
    await page.goto(`/console/questionnaires/${linhai.id}/1`)
    await page.getByText('用表单').click()
    await page.getByRole('button', { name: /^您的基本情况/ }).click()
    await page.getByLabel('S4 的中文题面').fill('请问您的性别？')
    await page.reload()
    await page.getByText('用表单').click()
    await page.getByRole('button', { name: /^您的基本情况/ }).click()
    expect(await page.getByLabel('S4 的中文题面').inputValue()).toBe('请问您的性别？')
    await page.getByRole('button', { name: '发布为新版本' }).click()
    await page.getByText(`已选定：${linhai.id} 第 2 版`).waitFor()

    await page.goto('/console/questionnaires')
    await page.getByRole('button', { name: '比较版本' }).click()
    await page.getByRole('row', { name: /S4.*您的性别是？.*请问您的性别？/ }).waitFor()
    await page.context().close()
  },
  60_000,
)

test('the path fits a phone and reads in English', async () => {
  const page = await signIn(browser, server, undefined, { viewport: phone, language: 'en' })
  await page.goto('/console/surveys/another')
  await page.getByRole('heading', { name: 'Region and round', level: 2 }).waitFor()
  expect(await findingsOn(page)).toEqual([])
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  expect(wide).toBe(false)
  await page.context().close()
})
