import { afterAll, beforeAll, expect, test } from 'vitest'
import { Problem } from '../../../server/http/problem.ts'
import { publishQuestionnaire, setUpSurvey } from '../../../server/services/publish.ts'
import { questionnaire } from '../core/questionnaire.ts'
import { plan, startTown, type Town } from '../core/town.ts'

let town: Town
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.end())

const act = { account: 'admin', at: '2026-05-02T00:00:00.000Z' }
const publish = (json: Record<string, unknown>) =>
  publishQuestionnaire(town.context.db, { id: 'other', questionnaire: json }, act)
const versions = () => town.context.db.selectFrom('questionnaire').selectAll().where('id', '=', 'other').execute()

const problemOf = async (doing: Promise<unknown>): Promise<Problem> => {
  const error = await doing.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof Problem) return error
  throw new Error(`no problem, but ${error}`)
}

test('a questionnaire with faults is not published, and every fault is told', async () => {
  const { code, options } = await problemOf(publish({ ...questionnaire, title: 'Town', timeLimit: 60, scale: 5 }))
  expect(code).toBe('invalid')
  expect(options.errors?.map(({ path }) => path).sort()).toEqual(['survey.scale', 'survey.timeLimit', 'title'])
  expect(await versions()).toEqual([])
})

test('one that is sound is published once, with its HTML made harmless', async () => {
  const html = '<h2>您好</h2><script>alert(1)</script><p onclick="x()">A &amp; B <a href="javascript:x()">C</a></p>'
  const [first] = questionnaire.pages
  const welcome = { type: 'html', name: 'H', html: { 'zh-cn': html, en: html } }
  const title = { 'zh-cn': '甲 <b>乙</b> & 丙 < 丁', en: 'A <script>x</script> & B < C' }
  const json = {
    ...questionnaire,
    title,
    pages: [...questionnaire.pages, { name: 'last', elements: [welcome] }],
  }
  expect(first).toBeDefined()
  expect(await publish(json)).toBe(1)
  expect(await publish(json)).toBe(1)
  const [{ content } = { content: '{}' }] = await versions()
  const published = JSON.parse(content)
  const harmless = '<h2>您好</h2><p>A &amp; B <a rel="noopener noreferrer">C</a></p>'
  expect(published.pages.at(-1).elements[0].html).toEqual({ 'zh-cn': harmless, en: harmless })
  expect(published.title).toEqual({ 'zh-cn': '甲 乙 & 丙 < 丁', en: 'A  & B < C' })
  expect(published.pages[0]).toEqual(first)
  expect(await publish(published)).toBe(1)
})

test('a survey whose design does not fit its questionnaire is not set up', async () => {
  const version = await publish(questionnaire)
  const sex = {
    ...plan.design.variables[0],
    name: 'sex',
    label: { zh: '性别', en: 'Sex' },
    question: 'A1',
    categories: [],
  }
  const quotas = [{ id: 'men', variables: ['sex'], categories: ['x'], target: 1, policy: 'count' as const }]
  const survey = { ...plan, id: 'misfit', design: { ...plan.design, variables: [sex] }, quotas }
  const { code, options } = await problemOf(
    setUpSurvey(town.context.db, { ...survey, questionnaire: { id: 'other', version } }, act),
  )
  expect(code).toBe('invalid')
  expect(options.errors?.map(({ path }) => path)).toEqual(['variables.sex.question', 'quotas.men'])
})
