import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { removeFolder, type ServerProcess, startServerProcess } from '../process/server.ts'
import { launchChromium } from './chromium.ts'
import { askAs, figure, findingsOn, signIn } from './console.ts'

let server: ServerProcess
let browser: Browser
let page: Page

beforeAll(async () => {
  server = await startServerProcess()
  browser = await launchChromium()
  page = await signIn(browser, server)
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  if (server) await removeFolder(server.folder)
})

const api = async (path: string) => (await askAs(page.context(), 'GET', `/api/surveys/demo/${path}`)).json()
const part = async (name: string, shown: string) => {
  await page.goto(`/console/fieldwork/demo/${name}`)
  await page.locator(shown).first().waitFor()
}
/** Fills in the reason of what is asked once more, and does it. */
const confirm = async (button: RegExp, reason: string) => {
  const dialog = page.getByRole('dialog')
  await dialog.locator('#reason').fill(reason)
  await dialog.getByRole('button', { name: button }).click()
  await dialog.waitFor({ state: 'hidden' })
}

interface Element {
  name: string
  type: string
  screening?: boolean
  dimension?: string
  choices?: (string | number | { value: string | number })[]
  elements?: Element[]
}

/** 200 people who are in the population and rate what everybody is asked. */
async function simulate(): Promise<void> {
  const { questionnaire } = await (await fetch(`${server.url}/api/surveys/demo`)).json()
  const all = (elements: Element[]): Element[] => elements.flatMap((one) => [one, ...all(one.elements ?? [])])
  const questions = all(questionnaire.pages.flatMap(({ elements }: { elements: Element[] }) => elements))
  const first = ({ choices = [] }: Element) => choices.map((one) => (typeof one === 'object' ? one.value : one))[0]
  const screening = questions
    .filter((question) => question.screening)
    .map((question) => [question.name, first(question)])
  const ratings = ['B3', 'E2', 'F2', 'G1', 'G3', 'H1', 'I1', 'J3']
  const send = async (person: number) => {
    const rated = ratings.map((name, at) => [name, 1 + ((person * 7 + at * 3 + person * at) % 5)])
    const answers = { consent: true, ...Object.fromEntries([...screening, ...rated]) }
    const sent = await fetch(`${server.url}/api/surveys/demo/responses`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: randomUUID(), answers }),
    })
    expect(sent.status, await sent.text()).toBe(201)
  }
  await Promise.all(Array.from({ length: 200 }, (_, person) => send(person)))
}

test('fieldwork: 200 answers, an alarm, a quota changed, an exclusion, a close; the API has the same figures', async () => {
  await part('', '[data-figure="live-score"]')
  await simulate()
  await expect.poll(() => figure(page, 'responses'), { timeout: 20_000 }).toBe(2000)
  const findings = new Map<string, string[]>([['watching', await findingsOn(page)]])
  // The name of every number says more on a tap.
  const bare = await page.evaluate(() =>
    [...document.querySelectorAll('.ant-statistic-title, thead th[style*="right"]')]
      .filter((head) => head.querySelector('.explained') === null)
      .map((head) => head.textContent),
  )
  expect(bare).toEqual([])

  await part('alerts', '.alert-rule')
  await page.getByRole('button', { name: /保\s*存/ }).click()
  await page.getByRole('cell', { name: /答卷突然集中/ }).waitFor()
  expect((await api('monitor')).alerts.map(({ kind }: { kind: string }) => kind)).toContain('burst')
  findings.set('alerts', await findingsOn(page))

  await part('acting', '[data-figure="state"]')
  await page.getByRole('button', { name: '调整配额：女' }).first().click()
  await page.getByRole('dialog').locator('#target').fill('1600')
  await confirm(/调\s*整/, '女性回收快，上调')
  await page
    .getByRole('row', { name: /性别 女/ })
    .getByText('1,600')
    .waitFor()
  const women = (await api('monitor')).quotas.find(
    ({ categories }: { categories: string[] }) => categories[0] === 'female',
  )
  expect(women).toMatchObject({ target: 1600, variables: ['sex'] })
  findings.set('acting', await findingsOn(page))

  await part('responses', '.response-table .ant-table-row')
  for (const row of [1, 2, 3]) await page.locator('.response-table .ant-checkbox-input').nth(row).click()
  await page.getByRole('button', { name: '剔除所选' }).click()
  const shown = /变为 (\d+\.\d\d)/.exec((await page.getByText(/得分由/).textContent()) ?? '')?.[1]
  await confirm(/剔除所选/, '核实为重复')
  await expect.poll(async () => (await api('monitor')).counts.excluded).toBe(3)
  const { counts, estimate } = await api('monitor')
  expect([counts.responses, estimate.score.toFixed(2)]).toEqual([1997, shown])
  findings.set('responses', await findingsOn(page))

  for (const [name, there] of [
    ['comments', '.comments li'],
    ['records', '.record-group'],
  ] as const) {
    await part(name, there)
    findings.set(name, await findingsOn(page))
  }

  await part('acting', '[data-figure="state"]')
  await page.getByRole('button', { name: '提前结束' }).click()
  await confirm(/提前结束/, '样本已足')
  await expect.poll(() => page.locator('[data-figure="state"]').textContent(), { timeout: 20_000 }).toBe('已结束')
  const closed = await api('monitor')
  expect(closed.survey.state).toBe('closed')
  await part('', '[data-figure="live-score"]')
  expect([await figure(page, 'responses'), await figure(page, 'live-score')]).toEqual([
    closed.counts.responses,
    Number(closed.estimate.score.toFixed(2)),
  ])
  const { entries } = await api('log')
  const acts = entries.filter(({ account }: { account: string | null }) => account === 'admin')
  expect(acts.map(({ action }: { action: string }) => action)).toEqual([
    'survey.close',
    ...Array(3).fill('response.exclude'),
    'quota.change',
    'alerts.change',
  ])
  expect(Object.fromEntries([...findings].filter(([, found]) => found.length > 0))).toEqual({})
}, 180_000)

test('two tabs of one browser share one stream; when the one that holds it goes, the other takes over', async () => {
  const streams: string[] = []
  const context = page.context()
  context.on('request', (request) => {
    if (request.url().endsWith('/monitor/events')) streams.push(request.url())
  })
  await part('', '[data-figure="live-score"]')
  await page.getByText('实时更新').waitFor()
  const other = await context.newPage()
  await other.goto('/console/fieldwork/demo')
  await other.getByText('实时更新').waitFor()
  expect(streams).toHaveLength(1)
  await page.close()
  await expect.poll(() => streams.length, { timeout: 15_000 }).toBe(2)
  await other.getByText('实时更新').waitFor()
  await other.close()
}, 60_000)
