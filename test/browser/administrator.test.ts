import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ServerProcess } from '../process/server.ts'
import { askAs, figure, findingsOn, signIn } from './console.ts'
import { endDemo, ownDemo, sharedChromium } from './shared.ts'

let server: ServerProcess
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([ownDemo(), sharedChromium()])
})

afterAll(() => endDemo(server))

/** What the table of quotas says of a category: how many there are. */
async function taken(page: Page, category: string): Promise<number> {
  const row = page.locator('.quota-groups .ant-card').first().getByRole('row', { name: category })
  return Number((await row.getByRole('cell').nth(1).textContent())?.replaceAll(',', ''))
}

test('a new response arrives in count and quota without reloading the page', async () => {
  const page = await signIn(browser, server)
  await page.goto('/console/fieldwork')
  await page.getByRole('link', { name: 'demo', exact: true }).click()
  await page.getByText('实时更新').waitFor()
  const before = { responses: await figure(page, 'responses'), women: await taken(page, '女') }
  expect(before.responses).toBe(1800)
  await page.evaluate(() => document.body.setAttribute('data-not-reloaded', 'true'))

  const { questionnaire } = await (await fetch(`${server.url}/api/surveys/demo`)).json()
  const answered = await fetch(`${server.url}/api/surveys/demo/responses`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id: randomUUID(), answers: eligibleWoman(questionnaire) }),
  })
  expect(answered.status, await answered.text()).toBe(201)

  await expect.poll(() => figure(page, 'responses'), { timeout: 15_000 }).toBe(before.responses + 1)
  await expect.poll(() => taken(page, '女'), { timeout: 15_000 }).toBe(before.women + 1)
  expect(await page.evaluate(() => document.body.getAttribute('data-not-reloaded'))).toBe('true')
  await page.context().close()
})

interface Element {
  name: string
  type: string
  screening?: boolean
  choices?: (string | { value: string })[]
  elements?: Element[]
}

/** Consent, and the first choice of every screening question but the sex (CONTRACT section 6). */
function eligibleWoman({ pages }: { pages: { elements: Element[] }[] }): Record<string, unknown> {
  const all = (elements: Element[]): Element[] => elements.flatMap((one) => [one, ...all(one.elements ?? [])])
  const questions = all(pages.flatMap(({ elements }) => elements))
  const choices = ({ choices = [] }: Element) =>
    choices.map((choice) => (typeof choice === 'object' ? choice.value : choice))
  const answers = questions
    .filter(({ screening }) => screening)
    .map((question) => [question.name, choices(question).find((code) => code === 'female') ?? choices(question)[0]])
  const consent = questions.find(({ type, name }) => type === 'boolean' && /consent/i.test(name))
  return { ...(consent && { [consent.name]: true }), ...Object.fromEntries(answers) }
}

test('a wrong password is refused in words, and nobody is in', async () => {
  const context = await browser.newContext({ baseURL: server.url })
  const page = await context.newPage()
  await page.goto('/console')
  await page.locator('#username').fill('admin')
  await page.locator('#password').fill('not the password')
  await page.locator('button[type=submit]').click()
  await page.getByText('用户名或密码不对').waitFor()
  expect(await findingsOn(page)).toEqual([])
  await context.close()
})

test('an account made in the console signs in and sees only what its role allows', async () => {
  const page = await signIn(browser, server)
  await page.goto('/console/accounts')
  await page.getByRole('button', { name: '新建账户' }).click()
  const form = page.getByRole('dialog')
  await form.locator('#name').fill('zhang.wei')
  await form.locator('#password').fill('long enough 123')
  await form.getByRole('checkbox', { name: /^填报/ }).check()
  await form.locator('#regions').click()
  await page.locator('.ant-select-item-option', { hasText: '南林市' }).click()
  await form.getByText('新建账户').click()
  await form.getByRole('button', { name: /保\s*存/ }).click()
  await page.getByRole('row', { name: /zhang\.wei/ }).waitFor()
  await page.context().close()

  const reporter = await signIn(browser, server, { name: 'zhang.wei', password: 'long enough 123' })
  await reporter.goto('/console/results')
  await reporter.getByRole('link', { name: /南林市/ }).waitFor()
  expect(await reporter.getByRole('link', { name: /东洲市/ }).count()).toBe(0)
  expect(await reporter.getByRole('menuitem', { name: '账户' }).count()).toBe(0)
  const statuses = await Promise.all(
    ['/api/accounts', '/api/evaluations/dongzhou', '/api/surveys/demo/monitor', '/api/evaluations/nanlin'].map(
      async (path) => (await askAs(reporter.context(), 'GET', path)).status(),
    ),
  )
  expect(statuses).toEqual([403, 404, 403, 200])
  await reporter.context().close()
})
