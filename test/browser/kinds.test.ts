import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTown, type Town } from '../server/core/town.ts'
import { findings } from './axe.ts'
import { phone } from './chromium.ts'
import { scriptRuns } from './resident.ts'
import { sharedChromium } from './shared.ts'

/** A picture of one point. */
const point = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
const both = (zh: string, en: string) => ({ 'zh-cn': zh, en })
const choices = [1, 2, 3].map((value) => ({ value, text: both(`选项${value}`, `Choice ${value}`) }))
const titled = (type: string, name: string, more: object = {}) => ({
  type,
  name,
  title: both(`题目${name}`, `Title ${name}`),
  ...more,
})

/** Everything that a published questionnaire may ask or show. */
const everything = {
  name: 'kinds',
  title: both('各种题型', 'All kinds'),
  elements: [
    titled('radiogroup', 'one', { choices, showOtherItem: true }),
    titled('checkbox', 'several', { choices, showNoneItem: true, showSelectAllItem: true }),
    titled('dropdown', 'list', { choices, isRequired: true }),
    titled('rating', 'stars', { rateType: 'stars', rateMax: 5, minRateDescription: both('差', 'Bad') }),
    titled('rating', 'smileys', { rateType: 'smileys', rateMax: 5 }),
    titled('rating', 'rate', { rateMin: 0, rateMax: 10 }),
    titled('boolean', 'yes', { showCommentArea: true }),
    titled('matrix', 'grid', { columns: choices, rows: choices }),
    titled('text', 'line', { maxLength: 40 }),
    titled('text', 'number', { inputType: 'number', min: 1, max: 99 }),
    titled('text', 'date', { inputType: 'date' }),
    titled('comment', 'long'),
    { type: 'html', name: 'words', html: both('<p>您选了<b>{one}</b></p>', '<p>You chose <b>{one}</b></p>') },
    { type: 'image', name: 'picture', imageLink: point, altText: both('一个点', 'A point') },
    titled('expression', 'sum', { expression: '{number} * 2' }),
    {
      type: 'panel',
      name: 'panel',
      title: both('一组', 'A group'),
      visibleIf: '{one} = 2',
      elements: [titled('radiogroup', 'inner', { choices, enableIf: '{yes} = true', requiredIf: '{number} > 5' })],
    },
  ],
}

let town: Town
let browser: Browser

beforeAll(async () => {
  ;[town, browser] = await Promise.all([startTown({ morePages: [everything] }), sharedChromium()])
})

afterAll(async () => {
  await town?.end()
})

const question = (page: Page, name: string): Locator =>
  page.locator('.question:visible', { has: page.locator('.question-title', { hasText: `题目${name}` }) }).last()

/** Ticks by keyboard: a radio or box that has the focus answers to Space. */
async function press(field: Locator) {
  await field.focus()
  await field.press('Space')
}

async function toKinds(page: Page) {
  for (const value of ['true', 'yes', 'female'])
    await page.locator(`input[type=radio][value="${value}"]:visible`).first().check()
  await page.locator('.go:visible').click()
  await page.locator('.question:visible', { hasText: 'A1' }).first().waitFor()
  await page.locator('.go:visible').click()
  await page.getByRole('heading', { name: '各种题型' }).waitFor()
}

/** Answers every kind, with keys alone. */
async function answerAll(page: Page) {
  await press(question(page, 'one').getByRole('radio', { name: '选项2' }))
  await press(question(page, 'several').getByRole('checkbox', { name: '选项1', exact: true }))
  await press(question(page, 'several').getByRole('checkbox', { name: '选项3', exact: true }))
  await question(page, 'list').locator('select').focus()
  for (let down = 0; down < 3; down++) await page.keyboard.press('ArrowDown')
  for (const name of ['stars', 'smileys', 'rate']) await press(question(page, name).getByRole('radio').nth(3))
  await press(question(page, 'yes').getByRole('radio').first())
  await press(question(page, 'grid').getByRole('radio').nth(1))
  await press(question(page, 'grid').getByRole('radio').nth(5))
  await question(page, 'line').getByRole('textbox').pressSequentially('公交')
  await question(page, 'number').locator('input').pressSequentially('7')
  await question(page, 'date').locator('input').fill('2026-05-01')
  await question(page, 'long').getByRole('textbox').first().pressSequentially('更准时')
  await question(page, 'yes').getByRole('textbox').pressSequentially('因为')
}

const expected = {
  one: 2,
  several: [1, 3],
  list: 3,
  stars: 4,
  smileys: 4,
  rate: 3,
  yes: true,
  'yes-Comment': '因为',
  grid: { 1: 2, 2: 3 },
  line: '公交',
  number: 7,
  date: '2026-05-01',
  long: '更准时',
  inner: 1,
}

async function stored(page: Page) {
  const receipt = await page.locator('#receipt').textContent()
  expect(receipt).toMatch(/\w/)
  const rows = await town.context.db.selectFrom('response').select(['answers']).orderBy('received_at').execute()
  return JSON.parse(rows.at(-1)?.answers ?? '')
}

test.each(['', '/plain'])(
  'every kind of question is read aloud, answered with keys, and stored: /s/{survey}%s',
  async (path) => {
    const page = await (await browser.newContext({ viewport: phone, locale: 'zh-CN' })).newPage()
    const faults: string[] = []
    page.on('pageerror', ({ message }) => faults.push(message))
    await page.goto(`${town.url}/s/town${path}`)
    await scriptRuns(page)
    await toKinds(page)
    await page.locator('.go:visible').click()
    await page.locator('.wrong-summary').waitFor()
    await answerAll(page)
    // Without scripts what an answer makes appear comes with the next page turn.
    if (path !== '') await page.locator('.go:visible').click()
    await press(question(page, 'inner').getByRole('radio').first())
    await page.getByRole('img', { name: '一个点' }).waitFor()
    await page.getByText('您选了选项2').waitFor()
    if (process.env.TIYAN_SHOTS)
      await page.screenshot({ path: `${process.env.TIYAN_SHOTS}/kinds${path.slice(1)}.png`, fullPage: true })
    await findings(page)
    await page.locator('.go:visible').click()
    await page.locator('#receipt').waitFor()
    expect(await stored(page)).toMatchObject(expected)
    expect(faults).toEqual([])
    await page.context().close()
  },
)
