import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../../server/config.ts'
import { arrivals, demoOpening } from '../../../server/demo/arrivals.ts'
import { shareOut } from '../../../server/demo/quotas.ts'
import { computeResult } from '../../../server/services/results/compute.ts'
import { type RunningServer, startServer } from '../../../server/start.ts'
import { hasOffice, withoutOffice } from '../files/hasOffice.ts'
import { databaseOf } from '../postgres/ofFolder.ts'
import { command } from './command.ts'
import { expectWorkedOut } from './workedOut.ts'

let folder: string
let server: RunningServer
const noon = new Date('2026-06-20T04:00:00.000Z')
const start = async () =>
  startServer(
    readConfig({ PORT: '0', TIYAN_DATA: folder, TIYAN_LOG: 'silent', ...(await databaseOf(folder)) }),
    () => noon,
  )

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tiyan-'))
  server = await start()
})
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

const rows = () => server.context.db.selectFrom('response').selectAll().where('survey_id', '=', 'demo').execute()
const quotas = () =>
  server.context.db.selectFrom('quota').selectAll().where('survey_id', '=', 'demo').orderBy('position').execute()

describe('the demo', () => {
  test('has 1,800 counted responses, at least 30 in every district', async () => {
    const all = await rows()
    expect(all.filter(({ outcome }) => outcome === 'counted')).toHaveLength(1800)
    const districts = (await quotas()).filter(({ variables }) => variables === '["district"]')
    expect(districts).toHaveLength(16)
    expect(Math.min(...districts.map(({ taken }) => taken))).toBeGreaterThanOrEqual(30)
  })

  test('has quotas by sex, age and district of 3,000 each, and sex × age, all of them counting only', async () => {
    const all = await quotas()
    const targets = new Map<string, number>()
    for (const { variables, target } of all) targets.set(variables, (targets.get(variables) ?? 0) + target)
    expect(Object.fromEntries(targets)).toEqual({
      '["sex"]': 3000,
      '["age"]': 3000,
      '["district"]': 3000,
      '["sex","age"]': 3000,
    })
    expect(new Set(all.map(({ policy }) => policy))).toEqual(new Set(['count']))
  })

  test('came in over the days before now', async () => {
    const moments = (await rows()).map(({ received_at }) => received_at).sort()
    expect(moments[0]?.slice(0, 10)).toBe('2026-06-07')
    expect((moments.at(-1) ?? '') < noon.toISOString()).toBe(true)
  })

  test('has four regions, one of them a county, all but one complete', async () => {
    const { db } = server.context
    const evaluations = await db.selectFrom('evaluation').select(['id', 'scheme']).orderBy('id').execute()
    expect(evaluations.length).toBeGreaterThanOrEqual(4)
    expect(evaluations.map(({ scheme }) => scheme)).toContain('county')
    const objective = ['facts', 'scores'] as const
    const inputs = await db.selectFrom('input_version').select('evaluation_id').where('kind', 'in', objective).execute()
    expect(inputs.map(({ evaluation_id }) => evaluation_id).sort()).toEqual(evaluations.map(({ id }) => id))
  })

  test('has a survey of the county on made-up margins, answered by 320, and the short forms to set surveys up on', async () => {
    const { db } = server.context
    const ofCounty = await db.selectFrom('response').select('cell').where('survey_id', '=', 'demo-county').execute()
    expect(ofCounty).toHaveLength(320)
    const published = await db.selectFrom('questionnaire').select('id').orderBy('id').execute()
    expect(published.map(({ id }) => id)).toEqual(['city', 'city-short', 'county', 'county-short'])
    const page = await fetch(`${server.url}/api/surveys/demo-county`)
    expect(await page.json()).toMatchObject({ state: 'open', madeUp: true, locales: ['zh-cn', 'en'] })
    const result = await computeResult(server.context, 'qingyuan', { normalizeShares: false })
    expect(result.regions[0]).toMatchObject({ errors: [], result: { complete: true } })
  })

  test.skipIf(!hasOffice)(
    `LibreOffice works out every formula of its workbooks to the API's figures, and finds no error${withoutOffice}`,
    { timeout: 300_000 },
    async () => {
      await expectWorkedOut(server.context, 'dongzhou', 'zh')
      if (process.env.TIYAN_LONG !== '1') return
      for (const id of ['qingyuan', 'nanlin', 'xihe']) await expectWorkedOut(server.context, id, 'en')
    },
  )

  test('is sound', async () => {
    expect(await command(folder, 'check-store')).toMatchObject({ code: 0, err: '2120 responses, everything agrees' })
  })

  test('is made once: another start adds nothing', async () => {
    await server.stop()
    server = await start()
    expect(await rows()).toHaveLength(1800)
  })

  test('that was interrupted is finished at the next start', async () => {
    const { db } = server.context
    const before = await rows()
    const gone = before.slice(900)
    for (const { id } of gone) await db.deleteFrom('response').where('id', '=', id).execute()
    // In a transaction, so that on PostgreSQL no server has counted beside the quotas.
    await db
      .transaction()
      .execute((own) => own.updateTable('quota').set({ taken: 0 }).where('survey_id', '=', 'demo').execute())
    const kept = before.slice(0, 900)
    for (const { id } of await quotas()) {
      const { variables, categories } = (await quotas()).find((quota) => quota.id === id) ?? {
        variables: '[]',
        categories: '[]',
      }
      const names = ['sex', 'age', 'district']
      const fits = kept.filter(({ cell }) =>
        (JSON.parse(variables) as string[]).every(
          (variable, at) => cell.split('|')[names.indexOf(variable)] === JSON.parse(categories)[at],
        ),
      )
      await db
        .updateTable('quota')
        .set({ taken: fits.length })
        .where('survey_id', '=', 'demo')
        .where('id', '=', id)
        .execute()
    }
    await db.deleteFrom('input_version').execute()
    const made = await db.selectFrom('setting').select('value').where('name', '=', 'demo').executeTakeFirstOrThrow()
    const unfinished = JSON.stringify({ ...JSON.parse(made.value), finished: false })
    await db.updateTable('setting').set({ value: unfinished }).where('name', '=', 'demo').execute()

    await server.stop()
    server = await start()
    expect((await rows()).sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(before.sort((a, b) => (a.id < b.id ? -1 : 1)))
    expect((await command(folder, 'check-store')).code).toBe(0)
  })
})

test('without TIYAN_DEMO there is none, and a store in use gets none', async () => {
  const empty = await mkdtemp(join(tmpdir(), 'tiyan-'))
  const config = { PORT: '0', TIYAN_DATA: empty, TIYAN_DEMO: '0', TIYAN_LOG: 'silent' }
  const plain = await startServer(readConfig(config))
  expect(await plain.context.db.selectFrom('round').selectAll().execute()).toEqual([])
  expect(plain.welcome).not.toContain('/s/demo')
  await plain.context.db
    .insertInto('round')
    .values({ id: 'spring', name: '{}', made_up: 0, created_at: noon.toISOString() })
    .execute()
  await plain.stop()

  const again = await startServer(readConfig({ ...config, TIYAN_DEMO: '1' }))
  expect(await again.context.db.selectFrom('survey').selectAll().execute()).toEqual([])
  expect(again.welcome).not.toContain('/s/demo')
  await again.stop()
  await rm(empty, { recursive: true, force: true })
})

test('shares add up to the whole', () => {
  expect(shareOut(10, [1, 1, 1])).toEqual([4, 3, 3])
  expect(shareOut(3000, [12_875_211, 11_995_684]).reduce((sum, one) => sum + one, 0)).toBe(3000)
})

test('arrivals are as many as asked for, in order, within the days since the opening', () => {
  const opening = demoOpening(noon)
  const moments = arrivals(opening, 1800)
  expect(opening.toISOString()).toBe('2026-06-07T16:00:00.000Z')
  expect(moments).toHaveLength(1800)
  expect(moments.every((moment, at) => at === 0 || moment >= (moments[at - 1] ?? noon))).toBe(true)
  expect(moments.at(-1)?.getTime()).toBeLessThan(noon.getTime())
})
