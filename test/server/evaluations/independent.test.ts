import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../../server/config.ts'
import { type RunningServer, startServer } from '../../../server/start.ts'
import { command } from '../core/command.ts'
import { type Person, signedIn } from '../core/person.ts'
import { adminPassword } from '../core/town.ts'
import { getFile } from './files.ts'
import { type Row, rowwiseScore } from './rowwise.ts'

let folder: string
let server: RunningServer
let admin: Person
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tiyan-'))
  const environment = { PORT: '0', TIYAN_DATA: folder, TIYAN_LOG: 'silent', TIYAN_ADMIN_PASSWORD: adminPassword }
  server = await startServer(readConfig(environment), () => new Date('2026-06-20T04:00:00.000Z'))
  admin = await signedIn(server)
}, 60_000)
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

const text = async (name: string) => (await getFile(server, admin, `/api/surveys/demo/${name}`)).bytes.toString('utf8')
const rowsOf = (csv: string): Row[] => parse(csv, { columns: true })
const near = (a: unknown, b: number) => expect(Math.abs(Number(a) - b) / Math.max(1, Math.abs(b))).toBeLessThan(1e-9)

async function surveyScore() {
  const { body } = await admin.ask('GET', '/api/evaluations/dongzhou/result')
  const [region] = (body as never as { regions: [{ survey: never; result: never }] }).regions
  return region as never as {
    survey: { score: number; se: number; respondents: number; items: { name: string; score: number }[] }
    result: { subjective: number; uncertainty: { subjective: { score: number; se: number }; total: { se: number } } }
  }
}

test('the score of the demo equals an independent computation from the exported responses.csv', async () => {
  const design = JSON.parse(await text('design.json'))
  const rows = rowsOf(await text('responses.csv'))
  const population = rowsOf(await text('population.csv'))
  const { survey, result } = await surveyScore()
  const independent = rowwiseScore(design, rows, population)

  expect(rows).toHaveLength(survey.respondents)
  near(independent.score, survey.score)
  near(independent.se, survey.se)
  for (const { name, score } of survey.items)
    if (name in independent.itemScores) near(independent.itemScores[name], score)
  for (const [at, { final_weight }] of rows.entries()) near(final_weight, independent.weights[at] ?? Number.NaN)
  near(result.subjective, 0.4 * independent.score)
  near(result.uncertainty.subjective.score, independent.score)
  near(result.uncertainty.total.se, 0.4 * independent.se)
})

test('weighting visibly matters: the plain mean is another', async () => {
  const design = JSON.parse(await text('design.json'))
  const rows = rowsOf(await text('responses.csv'))
  const plain = rowwiseScore({ ...design, margins: [] }, rows, [])
  expect(Math.abs(plain.score - (await surveyScore()).survey.score)).toBeGreaterThan(0.3)
})

test('`tiyan estimate` gives the very same from the exported files', async () => {
  const path = (name: string) => join(folder, name)
  for (const name of ['responses.csv', 'design.json', 'population.csv']) await writeFile(path(name), await text(name))
  const { code, out, err } = await command(
    folder,
    'estimate',
    ...['--design', path('design.json'), '--responses', path('responses.csv'), '--population', path('population.csv')],
  )
  expect([code, err]).toEqual([0, ''])
  const { n, composite_item_level } = JSON.parse(out)
  const { survey } = await surveyScore()
  expect(n).toBe(survey.respondents)
  near(composite_item_level.available_case.estimate, survey.score)
  near(composite_item_level.available_case.se, survey.se)
})

test('responses are de-identified: codes, cell and weights, no id, no time, no text', async () => {
  const [header = ''] = (await text('responses.csv')).split('\n')
  expect(header).toMatch(/^respondent,channel,cell,base_weight,final_weight,flags,/)
  const responses = await server.context.db.selectFrom('response').select(['id', 'receipt']).limit(50).execute()
  const csv = await text('responses.csv')
  for (const { id, receipt } of responses) {
    expect(csv).not.toContain(id)
    expect(csv).not.toContain(receipt)
  }
})
