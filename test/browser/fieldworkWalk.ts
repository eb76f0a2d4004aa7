import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { ServerProcess } from '../process/server.ts'
import { askAs, findingsOn, signIn } from './console.ts'

interface Element {
  name: string
  type: string
  screening?: boolean
  dimension?: string
  choices?: (string | number | { value: string | number })[]
  elements?: Element[]
}

/** People who are in the population, use everything and rate one item of each dimension; some of them send no times. */
export async function simulate({ url }: ServerProcess, survey: string, people: number, untimed: number) {
  const { questionnaire } = await (await fetch(`${url}/api/surveys/${survey}`)).json()
  const all = (elements: Element[]): Element[] => elements.flatMap((one) => [one, ...all(one.elements ?? [])])
  const questions = all(questionnaire.pages.flatMap(({ elements }: { elements: Element[] }) => elements))
  const screening = questions.filter((question) => question.screening)
  const valuesOf = ({ choices = [] }: Element) => choices.map((one) => (typeof one === 'object' ? one.value : one))
  const used = questions
    .filter(({ name }) => name === 'S5')
    .flatMap(valuesOf)
    .filter((value) => value !== 'none')
  const ratings = [
    ...new Map(questions.filter(({ dimension }) => dimension).map((one) => [one.dimension, one.name])).values(),
  ]
  const send = async (person: number) => {
    const screened = screening.map((question) => {
      const { name } = question
      const values = valuesOf(question)
      // Of two or three that are in the population each in turn; the first of S1 alone is.
      return [name, name === 'S1' ? values[0] : values[person % 2]]
    })
    const rated = ratings.map((name, at) => [name, 1 + ((person + at * (1 + (person % 2))) % 5)])
    const asked = [...screened, ...rated]
    const timings = Object.fromEntries(asked.map(([name], at) => [name, 4000 + ((person * 31 + at * 977) % 5000)]))
    const sent = await fetch(`${url}/api/surveys/${survey}/responses`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        id: randomUUID(),
        answers: { consent: true, S5: used, ...Object.fromEntries(asked) },
        ...(person >= untimed && { timings }),
      }),
    })
    expect(sent.status, await sent.text()).toBe(201)
  }
  await Promise.all(Array.from({ length: people }, (_, person) => send(person)))
}

/** Opens one part of a survey's page. */
export async function part(page: Page, survey: string, name: string, shown: string) {
  await page.goto(`/console/fieldwork/${survey}/${name}`)
  await page.locator(shown).first().waitFor()
}

/** Fills in the reason of what is asked once more, and does it. */
export async function confirm(page: Page, button: RegExp, reason: string) {
  const dialog = page.getByRole('dialog')
  await dialog.locator('#reason').fill(reason)
  await dialog.getByRole('button', { name: button }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** The score that a dialog says there will be. */
export async function scoreForeseen(page: Page): Promise<string> {
  const line = await page
    .getByRole('dialog')
    .getByText(/得分由/)
    .textContent()
  return /变为 (\d+\.\d\d)/.exec(line ?? '')?.[1] ?? ''
}

/** Makes an interviewer at the page for it, who then asks one person; gives the receipt and what axe found. */
export async function interview(
  browser: Browser,
  server: ServerProcess,
  page: Page,
  survey: string,
): Promise<{ receipt: string; findings: string[] }> {
  const fang = { name: 'fang', password: 'long enough 123' }
  await page.goto(`/console/handout/${survey}/interviewers`)
  await page.locator('[name="interviewer"]').fill(fang.name)
  await page.locator('[name="first-password"]').fill(fang.password)
  await page.getByRole('button', { name: '新建访问员账户' }).click()
  await page.getByRole('switch', { name: `${fang.name} 负责本调查`, checked: true }).waitFor()

  const hers = await signIn(browser, server, fang)
  expect((await askAs(hers.context(), 'GET', `/api/surveys/${survey}/monitor`)).status()).toBe(403)
  await hers.getByRole('link', { name: '开始访问' }).click()
  await hers.locator('iframe[data-ready=true]').waitFor()
  const findings = await findingsOn(hers)
  const sheet = hers.frameLocator('iframe')
  const next = hers.getByRole('button', { name: /下一页|提交答卷/ })
  await next.click()
  await sheet.locator('.wrong-text').first().waitFor()
  for (const group of await sheet.locator('.question').all()) await group.locator('.choice').first().click()
  const pages = Number(/共 (\d+) 页/.exec((await hers.getByText(/第 1 页/).textContent()) ?? '')?.[1])
  for (let at = 1; at < pages; at++) {
    await next.click()
    await hers.getByText(`第 ${at + 1} 页`).waitFor()
  }
  await next.click()
  const receipt = (await hers.locator('[data-figure="receipt"]').textContent()) ?? ''
  await hers.context().close()
  return { receipt, findings }
}

/** Every number's name says more on a tap; texts and names of categories need not. */
export async function everyFigureExplains(page: Page) {
  const bare = await page.evaluate(() =>
    [...document.querySelectorAll('.ant-statistic-title, thead th.ant-table-cell-align-right, th[style*="right"]')]
      .filter((head) => head.querySelector('.explained') === null)
      .map((head) => head.textContent),
  )
  expect(bare).toEqual([])
  const name = page.locator('.ant-statistic .explained').first()
  await name.click()
  await page
    .getByRole('tooltip')
    .getByText(/计入得分/)
    .waitFor()
}
