import { afterEach, expect, test } from 'vitest'
import type { SurveySettings } from '../../../server/services/published.ts'
import type { SurveyState } from '../../../server/shapes/survey.ts'
import { answer, plan, startTown, type Town } from './town.ts'

let town: Town | undefined

afterEach(() => town?.end())

const page = async (path: string, headers = {}) => (await fetch(`${town?.url}${path}`, { headers })).text()

test.each<[SurveyState, string, string]>([
  ['draft', '调查尚未开始', 'The survey has not opened yet'],
  ['paused', '调查暂停中', 'The survey is paused'],
  ['closed', '调查已结束', 'The survey has closed'],
])('a survey that is %s says kindly why it cannot be answered', async (state, zh, en) => {
  town = await startTown({ survey: { state } })
  expect(await page('/s/town')).toContain(zh)
  expect(await page('/s/town?lang=en')).toContain(en)
  expect(await page('/s/town')).not.toContain('<form')
})

test('one that opens later says when, in Beijing time', async () => {
  town = await startTown({
    survey: { state: 'scheduled', opensAt: '2026-07-01T01:00:00.000Z' },
    now: () => new Date('2026-06-01T00:00:00Z'),
  })
  expect(await page('/s/town')).toContain('2026年7月1日 09:00')
})

test('without scripts the first page leads to the plain pages, with the codes of the address', async () => {
  town = await startTown()
  const saving = await page('/s/town?i=CODE-1', { 'save-data': 'on' })
  expect(saving).not.toContain('<script')
  expect(saving).toContain('action="/s/town/plain"')
  expect(saving).toContain('CODE-1')
  expect(await page('/s/town')).toContain('<script')
})

test('the welcome says which applies, anonymous or pseudonymous', async () => {
  const open = async (channels?: SurveySettings['channels']) => {
    await town?.end()
    town = await startTown({ survey: { settings: { ...plan.settings, ...(channels && { channels }) } } })
  }
  const fact = async (path: string) => /<li>(匿名填写|假名填写)<\/li>/.exec(await page(path))?.[1]
  await open()
  expect(await fact('/s/town')).toBe('匿名填写')
  expect(await fact('/s/town?i=CODE-1')).toBe('假名填写')
  expect(await page('/s/town')).toContain('凭邀请码或城市应用链接参加的是假名填写')
  await open(['invitation', 'signed'])
  expect([await fact('/s/town'), await fact('/s/town/plain')]).toEqual(['假名填写', '假名填写'])
  await open(['open', 'paper'])
  expect([await fact('/s/town'), await fact('/s/town/plain')]).toEqual(['匿名填写', '匿名填写'])
  expect(await page('/s/town')).not.toContain('假名')
})

test('a receipt is checked and withdrawn without scripts; an unknown one is asked for again', async () => {
  town = await startTown()
  const { body } = await answer(town)
  expect(await page(`/r?code=${body.receipt.toLowerCase()}`)).toContain('计入本次调查')
  const withdrawn = await fetch(`${town.url}/r/${body.receipt}`, { method: 'POST' })
  expect(await withdrawn.text()).toContain('已经撤回')
  const unknown = await fetch(`${town.url}/r/NO-SUCH-RECEIPT`)
  expect(unknown.status).toBe(404)
  expect(await unknown.text()).toContain('没有找到这个回执码')
})

test('the paper form has every question, and a code that leads to the survey', async () => {
  town = await startTown()
  const paper = await page('/s/town/paper')
  for (const name of ['consent', 'S1', 'S4', 'A1', 'B1']) expect(paper).toContain(`<small>${name}</small>`)
  expect(paper).toContain('<svg')
})
