import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filesOf } from '../../../server/files/package/read.ts'
import { verifyPackage } from '../../../server/services/package/verify.ts'
import type { ResultDocument } from '../../../server/shapes/evaluation.ts'
import { type RoundExport, roundExportFiles } from '../../../server/shapes/roundExport.ts'
import { addJob } from '../../../server/store/jobs.ts'
import { addRoundExport } from '../../../server/store/roundExports.ts'
import { type Person, signedIn } from '../core/person.ts'
import { answer, answersOf, startTown, type Town } from '../core/town.ts'
import { getFile, putFile } from '../evaluations/files.ts'
import { onSqlite } from '../postgres/ofFolder.ts'

// A machine that does ten other things as well makes the files slowly.
const patience = 500_000
const longest = 600_000

let town: Town
let admin: Person
const facts = readFileSync(new URL('../../reference/objective/city-example-random.csv', import.meta.url))
const path = '/api/rounds/spring/exports'

beforeAll(async () => {
  town = await startTown()
  admin = await signedIn(town)
  await putFile(town, admin, '/api/evaluations/village/facts', facts)
  for (const S4 of ['female', 'male', 'female', 'male', 'male', 'female']) await answer(town, answersOf({ S4 }))
})
afterAll(() => town.end())

const list = async () => (await admin.ask('GET', path)).body as never as RoundExport[]

async function finished(id: string): Promise<RoundExport> {
  await expect
    .poll(async () => (await list()).find((one) => one.id === id)?.state, { timeout: patience, interval: 200 })
    .not.toBe('running')
  return (await list()).find((one) => one.id === id) ?? expect.fail('it is gone')
}

test(
  'all regions in one archive, each with its files, which hold what the API says',
  async () => {
    const begun = await admin.ask('POST', path, { files: [...roundExportFiles] })
    expect(begun).toMatchObject({ status: 202, body: { state: 'running', total: 2 } })
    const { id } = begun.body as never as RoundExport
    expect(await finished(id)).toMatchObject({ state: 'done', done: 2, total: 2 })

    const { status, bytes } = await getFile(town, admin, `${path}/${id}/all.zip`)
    expect(status).toBe(200)
    const files = await filesOf(bytes)
    const names = ['brief.svg', 'evidence.zip', 'print.html', 'public.zip']
    names.push(...['csv', 'docx', 'json', 'xlsx', 'zip'].map((ending) => `result.${ending}`))
    // The town has answers but no facts: its objective part is missing, yet every file can be had.
    for (const region of ['town', 'village'])
      for (const name of names) expect([...files.keys()]).toContain(`${region}/${name}`)
    expect(String(files.get('village/print.html'))).toMatch(/@page[\s\S]*与本批次同一指标体系的 2 个地区/)
    const document: ResultDocument = JSON.parse(String(files.get('village/result.json')))
    const now = (await admin.ask('GET', '/api/evaluations/village/result')).body as never as ResultDocument
    expect(document.regions).toEqual(JSON.parse(JSON.stringify(now.regions)))
    for (const name of ['village/result.zip', 'town/result.zip', 'town/public.zip'])
      expect((await verifyPackage(files.get(name) ?? expect.fail(name))).problems, name).toEqual([])
  },
  longest,
)

// On PostgreSQL by another server, see postgres/servers.test.ts.
test.runIf(onSqlite)(
  'a job that was broken off goes on where it was, after the next start',
  async () => {
    const id = randomUUID()
    const done = join(town.folder, 'exports', id, 'regions', 'town')
    mkdirSync(done, { recursive: true })
    writeFileSync(join(done, 'result.csv'), 'made before')
    const order = { id, lang: 'zh', files: ['csv'], evaluations: ['town', 'village'] }
    await addRoundExport(town.context.db, {
      ...{ id, round_id: 'spring', content: JSON.stringify(order), state: 'running' },
      ...{ asked_by: 'admin', asked_at: '2026-05-02T00:00:00.000Z' },
    })
    // As a server leaves it that ends without a word.
    await addJob(town.context.db, { id, kind: 'round-export', content: JSON.stringify(order) })
    await town.context.db.updateTable('job').set({ holder: 'gone' }).where('id', '=', id).execute()
    await town.stop()
    town = await startTown({ folder: town.folder })
    admin = await signedIn(town)
    expect(await finished(id)).toMatchObject({ state: 'done', done: 2 })
    const files = await filesOf((await getFile(town, admin, `${path}/${id}/all.zip`)).bytes)
    expect(String(files.get('town/result.csv'))).toBe('made before')
    expect(String(files.get('village/result.csv'))).toContain('L1P1-A1')
  },
  longest,
)

test('only who may see all its regions gets an archive; a deleted one is gone', async () => {
  const account = { name: 'zhou', password: 'correct horse battery' }
  await admin.ask('POST', '/api/accounts', { ...account, roles: [{ role: 'evaluator', regions: ['town'] }] })
  const zhou = await signedIn(town, account.name, account.password)
  const [{ id }] = (await list()) as [RoundExport]
  expect((await zhou.ask('GET', path)).body).toEqual([])
  expect((await zhou.ask('GET', `${path}/${id}/all.zip`)).status).toBe(404)
  expect((await admin.ask('DELETE', `${path}/${id}`)).status).toBe(204)
  expect((await list()).map((one) => one.id)).not.toContain(id)
})
