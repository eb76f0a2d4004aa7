import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EndingName, endings } from '../../client/resident/page/endings.ts'
import { text } from '../../client/resident/text.ts'
import { signatureOf, signingKey } from '../../server/services/channels/signature.ts'
import { type SurveyPlan, setUpSurvey } from '../../server/services/publish.ts'
import { addEvaluation, addRegion } from '../../server/store/surveys.ts'
import { signedIn } from '../server/core/person.ts'
import { answersOf, plan, post, startTown, type Town } from '../server/core/town.ts'
import { findings } from './axe.ts'
import { phone } from './chromium.ts'
import { scriptRuns } from './resident.ts'
import { sharedChromium } from './shared.ts'

let town: Town
let browser: Browser

/** What a resident comes to, and how. */
interface Visit {
  survey: string
  /** Codes in the address. */
  query?: string
  /** Whether the first page is answered before. */
  answered: boolean
  /** Who says at once where they live. */
  lives?: 'yes' | 'no'
}

const visits = new Map<EndingName, Visit>([
  ['closed', { survey: 'closed', answered: false }],
  ['not-open', { survey: 'scheduled', answered: false }],
  ['paused', { survey: 'paused', answered: false }],
  ['not-eligible', { survey: 'town', answered: true, lives: 'no' }],
  ['quota-full', { survey: 'full', answered: true }],
  ['invitation-required', { survey: 'invited', answered: true }],
])

const women = { id: 'women', variables: ['sex'], categories: ['female'], target: 1, policy: 'close' as const }

const surveys: Record<string, Partial<SurveyPlan>> = {
  closed: { state: 'closed' },
  scheduled: { state: 'scheduled', opensAt: '2126-07-01T01:00:00.000Z' },
  paused: { state: 'paused' },
  full: { quotas: [women], settings: { ...plan.settings, overQuota: 'end' } },
  over: { quotas: [women] },
  invited: { settings: { ...plan.settings, channels: ['invitation'] } },
  signed: { settings: { ...plan.settings, channels: ['signed'] } },
}

const answer = async (survey: string, more: object = {}) => {
  const response = { id: crypto.randomUUID(), answers: answersOf(), ...more }
  expect((await post(`${town.url}/api/surveys/${survey}/responses`, response)).status).toBe(201)
}

beforeAll(async () => {
  ;[town, browser] = await Promise.all([startTown(), sharedChromium()])
  const { db } = town.context
  const act = { account: null, at: '2026-05-01T00:00:00.000Z' }
  const questionnaire = { id: 'small', version: 1 }
  for (const [id, survey] of Object.entries(surveys)) {
    await addRegion(db, { code: id, name: JSON.stringify({ zh: id, en: id }), scheme: 'city', rank: '地级市' })
    await addEvaluation(db, { id, round_id: 'spring', region_code: id, scheme: 'city', state: 'draft' })
    await setUpSurvey(db, { ...plan, ...survey, id, evaluation: id, questionnaire }, act)
  }
  await Promise.all([answer('full'), answer('over')])

  const admin = await signedIn(town)
  const issued = await admin.ask('POST', '/api/surveys/invited/invitations', { label: 'one', count: 1 })
  const [{ code }] = JSON.parse(issued.text).invitations
  await answer('invited', { invitation: code })
  visits.set('invitation-used', { survey: 'invited', query: `&i=${code}`, answered: true })

  const link = { p: 'li-na', e: String(Math.floor(Date.now() / 1000) + 3600) }
  const h = signatureOf(signingKey(town.context.keyFor, 'signed'), 'signed', link)
  await answer('signed', { signed: { ...link, h } })
  visits.set('already-answered', { survey: 'signed', query: `&p=${link.p}&e=${link.e}&h=${h}`, answered: true })
})

afterAll(async () => {
  await town?.end()
})

/** The first page is the same form with scripts and without. */
async function answerFirst(page: Page, lives = 'yes') {
  for (const [name, value] of [
    ['consent', 'true'],
    ['S1', lives],
    ['S4', 'female'],
  ]) {
    await page.locator(`input[name="${name}"][value="${value}"]`).check()
  }
  await page.locator('#first .go').click()
}

const long = process.env.TIYAN_LONG === '1'

const begin = (path: '' | '/plain') =>
  browser
    .newContext({ viewport: phone, javaScriptEnabled: path === '', locale: 'zh-CN' })
    .then((context) => context.newPage())

const come = (
  page: Page,
  path: '' | '/plain',
  language: 'zh' | 'en',
  { survey, query = '' }: Omit<Visit, 'answered'>,
) =>
  page
    .goto(`${town.url}/s/${survey}${path}?lang=${language}${query}`)
    .then(() => (path === '' ? scriptRuns(page) : undefined))

const pages: ['' | '/plain', 'zh' | 'en'][] = [
  ['', 'zh'],
  ['/plain', 'en'],
  ...(long
    ? ([
        ['', 'en'],
        ['/plain', 'zh'],
      ] as ['' | '/plain', 'zh' | 'en'][])
    : []),
]

const kindly = { zh: /没有问题|与您本人无关|没有做错任何事/, en: /nothing wrong|nothing to do with you/ }

describe.each(pages)('/s/{survey}%s in %s', (path, language) => {
  test('every ending says what happened, that nothing is wrong with the person, and what they can do', async () => {
    expect([...visits.keys()]).toEqual(expect.arrayContaining(['invitation-used', 'already-answered']))
    const page = await begin(path)
    for (const [name, visit] of visits) {
      await come(page, path, language, visit)
      if (visit.answered) await answerFirst(page, visit.lives)
      const ending = page.locator('.ending')
      await ending.getByRole('heading', { level: 1, name: endings[name].title[language] }).waitFor()
      const said = await ending.textContent()
      expect(said).toContain(endings[name].what[language])
      expect(said).toContain(endings[name].next[language])
      expect(said, name).toMatch(kindly[language])
      expect(await page.locator('#first:visible, #session:visible').count()).toBe(0)
      const byReceipt = ['closed', 'invitation-used', 'already-answered'].includes(name)
      expect(await ending.locator('a[href^="/r?"]').count(), name).toBe(byReceipt ? 1 : 0)
      if (path === '' && (long || name === 'invitation-used')) await findings(page)
    }
    await page.context().close()
  }, 300_000)

  test('who comes over quota where people may go on is told so, and answers to the receipt', async () => {
    const page = await begin(path)
    await come(page, path, language, { survey: 'over' })
    await answerFirst(page)
    await page.getByRole('status').getByText(text.over[language]).waitFor()
    await page.locator('.go:visible').click()
    await page.locator('#receipt').waitFor()
    await page.context().close()
  })
})

test.each(long ? (['zh', 'en'] as const) : (['zh'] as const))(
  'no connection, in %s: nothing is lost, and it says so and what happens next',
  async (language) => {
    const page = await begin('')
    await come(page, '', language, { survey: 'town' })
    await answerFirst(page)
    await page.locator('#session:visible').waitFor()
    await page.context().setOffline(true)
    await page.getByText(text.offline[language]).waitFor()
    await page.locator('#next').click()
    await page.getByRole('heading', { level: 1, name: text.waiting[language] }).waitFor()
    await page.getByText(text.waitingKept[language]).waitFor()
    await findings(page)
    await page.context().setOffline(false)
    await page.locator('#receipt').waitFor()
    await page.context().close()
  },
)

test('an invitation survives a reload of the first page, before anything is agreed to', async () => {
  const page = await begin('')
  await come(page, '', 'zh', { survey: 'invited', query: visits.get('invitation-used')?.query ?? '' })
  await expect.poll(() => page.url()).not.toContain('i=')
  await page.reload()
  await scriptRuns(page)
  await answerFirst(page)
  await page.getByRole('heading', { level: 1, name: endings['invitation-used'].title.zh }).waitFor()
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([])
  await page.context().close()
})
