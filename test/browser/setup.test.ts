import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { removeFolder, type ServerProcess, startServerProcess } from '../process/server.ts'
import { launchChromium, phone } from './chromium.ts'
import { askAs, figure, findingsOn, signIn } from './console.ts'
import { confirm, everyFigureExplains, interview, part, scoreForeseen, simulate } from './fieldworkWalk.ts'
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

const long = process.env.TIYAN_LONG === '1'

const saved = (page: Page) => page.locator('[data-saving="saved"]').waitFor()

test('somebody walks from an empty store to a published survey, 200 answers, an alarm, a quota changed, exclusions, a close; the API has the same figures', async () => {
  const page = await signIn(browser, server)
  page.setDefaultTimeout(90_000)
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
  await page.getByText('长辈版', { exact: true }).click()
  await shown.locator('html.elder').getByText('我已阅读并同意参加本次调查').waitFor()
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
  const api = async (path: string) => (await askAs(page.context(), 'GET', `/api/surveys/${linhai.id}/${path}`)).json()
  const open = (name: string, shown: string) => part(page, linhai.id, name, shown)

  const asked = await interview(browser, server, page, linhai.id)
  findings.interview = asked.findings
  expect((await (await fetch(`${server.url}/api/receipts/${asked.receipt}`)).json()).state).toBe('counted')

  await open('', '[data-figure="responses"]')
  await simulate(server, linhai.id, 200, 5)
  await expect.poll(() => figure(page, 'responses'), { timeout: 20_000 }).toBe(201)
  // In the short form consoleAccess looks at these, with the demo.
  if (long) findings.watching = await findingsOn(page)
  await everyFigureExplains(page)

  await open('alerts', '.alert-rule')
  await page.getByRole('button', { name: /保\s*存/ }).click()
  await page.getByRole('cell', { name: /完全相同的答案/ }).waitFor()
  expect((await api('monitor')).alerts.map(({ kind }: { kind: string }) => kind)).toContain('identical')
  findings.alerts = await findingsOn(page)

  await open('acting', '[data-figure="state"]')
  await page.getByRole('button', { name: '调整配额：女' }).first().click()
  await page.getByRole('dialog').locator('#target').fill('160')
  await confirm(page, /调\s*整/, '女性回收快，上调')
  await page.getByRole('row', { name: /性别 女.*160/ }).waitFor()
  expect((await api('monitor')).quotas.find(({ id }: { id: string }) => id === 'sex-female').target).toBe(160)

  await page.getByRole('button', { name: '剔除所有“没有答题用时”的答卷' }).click()
  const byRule = await scoreForeseen(page)
  await confirm(page, /剔\s*除/, '没有用时')
  await expect.poll(async () => (await api('monitor')).counts.excluded).toBe(5)
  expect((await api('monitor')).estimate.score.toFixed(2)).toBe(byRule)
  if (long) findings.acting = await findingsOn(page)

  await open('responses', '.response-table .ant-table-row')
  for (const row of [1, 2, 3]) await page.locator('.response-table .ant-checkbox-input').nth(row).click()
  await page.getByRole('button', { name: '剔除所选' }).click()
  const byHand = await scoreForeseen(page)
  await confirm(page, /剔除所选/, '核实为重复')
  await expect.poll(async () => (await api('monitor')).counts.excluded).toBeGreaterThan(5)
  expect((await api('monitor')).estimate.score.toFixed(2)).toBe(byHand)
  findings.responses = await findingsOn(page)

  for (const [name, there] of [
    ['comments', '.comments-page, .ant-empty, .comments'],
    ['records', '.record-group'],
  ] as const) {
    await open(name, there)
    if (long || name === 'records') findings[name] = await findingsOn(page)
  }

  await open('acting', '[data-figure="state"]')
  await page.getByRole('button', { name: '提前结束' }).click()
  await confirm(page, /提前结束/, '样本已足')
  await expect.poll(() => page.locator('[data-figure="state"]').textContent(), { timeout: 20_000 }).toBe('已结束')
  const closed = await api('monitor')
  expect(closed.survey.state).toBe('closed')
  await open('', '[data-figure="live-score"]')
  expect([await figure(page, 'responses'), await figure(page, 'live-score')]).toEqual([
    closed.counts.responses,
    Number(closed.estimate.score.toFixed(2)),
  ])
  const { entries } = await api('log')
  const acts = entries.filter(({ account }: { account: string | null }) => account === 'admin')
  expect([...new Set(acts.map(({ action }: { action: string }) => action))]).toEqual([
    'survey.close',
    'response.exclude',
    'quota.change',
    'alerts.change',
    'interviewer.add',
    'survey.set-up',
  ])
  expect(Object.fromEntries(Object.entries(findings).filter(([, found]) => found.length > 0))).toEqual({})
  await page.context().close()
}, 900_000)

test.runIf(long)(
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

test('two tabs of one browser share one stream; when the one that holds it goes, the other takes over', async () => {
  const page = await signIn(browser, server)
  const context = page.context()
  const streams: string[] = []
  context.on('request', (request) => {
    if (request.url().endsWith('/monitor/events')) streams.push(request.url())
  })
  // While responses are still being counted the page is there, and its parts that need no figures.
  let counted = () => {}
  const counting = new Promise<void>((done) => {
    counted = done
  })
  await page.route(/\/monitor(\/events)?$/, async (route) => {
    await counting
    await route.continue()
  })
  await page.goto(`/console/fieldwork/${linhai.id}`)
  await page.getByText(/正在清点答卷/).waitFor()
  await page.getByRole('link', { name: '答卷' }).click()
  await page.locator('.response-table').waitFor()
  counted()
  await page.getByText('实时更新').waitFor()
  const other = await context.newPage()
  await other.goto(`/console/fieldwork/${linhai.id}`)
  await other.getByText('实时更新').waitFor()
  expect(streams).toHaveLength(1)
  await page.close()
  await expect.poll(() => streams.length, { timeout: 15_000 }).toBe(2)
  await other.getByText('实时更新').waitFor()
  await context.close()
}, 60_000)
