import { mkdtemp, readdir, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { schemes } from '../../../scoring/standard/schemes.ts'
import { filesOf } from '../../../server/files/package/read.ts'
import { exportFolder, finishedIn } from '../../../server/services/roundExports/folder.ts'
import type { RoundExport } from '../../../server/shapes/roundExport.ts'
import { addInput } from '../../../server/store/inputs.ts'
import { addEvaluation, addRegion } from '../../../server/store/surveys.ts'
import { removeFolder, startServerProcess } from '../../process/server.ts'
import { madeUpFacts } from '../../scoring/objective/madeUpFacts.ts'
import { signedIn } from '../core/person.ts'
import { startTown } from '../core/town.ts'
import { getFile } from '../evaluations/files.ts'
import { onSqlite } from '../postgres/ofFolder.ts'

const cities = Array.from({ length: process.env.TIYAN_LONG === '1' ? 200 : 24 }, (_, at) => `C${100 + at}`)
const path = '/api/rounds/spring/exports'

// On PostgreSQL the files lie in the database, see postgres/servers.test.ts.
test.runIf(onSqlite)(
  'a server that is killed while it exports a round goes on at its next start; every region is made once',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tiyan-'))
    await roundIn(folder)
    const environment = { TIYAN_DEMO: '0' }
    const first = await startServerProcess(folder, environment)
    const admin = await signedIn(first)
    const { body } = await admin.ask('POST', path, { files: ['csv', 'docx'] })
    const { id, total } = body as never as RoundExport
    const { regions } = exportFolder(folder, id)
    await expect.poll(() => finishedIn(regions), { timeout: 500_000, interval: 5 }).not.toEqual([])
    await first.kill()
    const before = await finishedFiles(regions)
    expect(before.size).toBeLessThan(2 * total)

    const second = await startServerProcess(folder, environment)
    const again = await signedIn(second)
    const state = async () => ((await again.ask('GET', path)).body as never as RoundExport[])[0]
    await expect.poll(async () => (await state())?.state, { timeout: 500_000, interval: 200 }).toBe('done')
    expect(await state()).toMatchObject({ id, done: total, total })
    const after = await finishedFiles(regions)
    expect(after.size).toBe(2 * total)
    for (const [name, file] of before) expect([name, after.get(name)]).toEqual([name, file])
    expect((await readdir(regions)).filter((name) => name.startsWith('.'))).toEqual([])
    const archive = await filesOf((await getFile(second, again, `${path}/${id}/all.zip`)).bytes)
    expect([...archive.keys()].sort()).toEqual([...after.keys()].sort())
    for (const city of cities) expect(String(archive.get(`${city}/result.csv`))).toContain('L1P1-A1')
    expect(await second.stop()).toBe(0)
    await removeFolder(folder)
  },
  1_200_000,
)

/** The town's round with many cities more, each with its facts. */
async function roundIn(folder: string) {
  const town = await startTown({ folder })
  const { db } = town.context
  for (const [seed, code] of cities.entries()) {
    await addRegion(db, { code, name: JSON.stringify({ zh: code, en: code }), scheme: 'city', rank: '地级市' })
    await addEvaluation(db, { id: code, round_id: 'spring', region_code: code, scheme: 'city', state: 'draft' })
    await addInput(db, {
      ...{ evaluation_id: code, kind: 'facts', version: 1, content: JSON.stringify(madeUpFacts(schemes.city, seed)) },
      ...{ put_by: 'admin', put_at: '2026-05-01T00:00:00.000Z' },
    })
  }
  await town.stop()
}

/** What lies in the folders of finished regions, with the moment each was written at. */
async function finishedFiles(regions: string): Promise<Map<string, number>> {
  const files = new Map<string, number>()
  for (const region of await finishedIn(regions))
    for (const file of await readdir(join(regions, region)))
      files.set(`${region}/${file}`, (await stat(join(regions, region, file))).mtimeMs)
  return files
}
