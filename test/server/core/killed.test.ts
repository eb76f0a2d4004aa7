import { randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStoreToRead } from '../../../server/store/open.ts'
import { removeFolder, startServerProcess } from '../../process/server.ts'
import { databaseOf } from '../postgres/ofFolder.ts'
import { command } from './command.ts'
import { answerUntil } from './crowd.ts'
import { answer, answersOf, startTown } from './town.ts'

const kills = process.env.TIYAN_LONG === '1' ? 50 : 5

test(`killed ${kills} times under load, no acknowledged response is missing, none is there twice; SIGTERM ends it cleanly`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tiyan-'))
  await (
    await startTown({
      folder,
      survey: { quotas: [{ id: 'women', variables: ['sex'], categories: ['female'], target: 90, policy: 'close' }] },
    })
  ).stop()
  const environment: Record<string, string> = { TIYAN_DEMO: '0', ...(await databaseOf(folder)) }
  const acknowledged = new Set<string>()
  for (let kill = 0; kill < kills; kill++) {
    const server = await startServerProcess(folder, environment)
    const load = answerUntil(server, acknowledged)
    await new Promise((resolve) => setTimeout(resolve, 100 + ((kill * 137) % 300)))
    await server.kill()
    await load
  }

  const server = await startServerProcess(folder, environment)
  const last = Array.from({ length: 40 }, () => randomUUID())
  const sent = await Promise.all(last.map((id) => answer(server, answersOf(), id)))
  for (const id of last) acknowledged.add(id)
  expect(await server.stop()).toBe(0)
  expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([201]))
  expect(server.output()).not.toMatch(/error/i)

  const db = await openStoreToRead(environment.DATABASE_URL ?? folder)
  const stored = (await db.selectFrom('response').select('id').execute()).map(({ id }) => id)
  await db.destroy()
  expect(acknowledged.size).toBeGreaterThan(kills)
  expect(new Set(stored).size).toBe(stored.length)
  expect([...acknowledged].filter((id) => !stored.includes(id))).toEqual([])
  expect((await command(folder, 'check-store')).code).toBe(0)
  await removeFolder(folder)
}, 1_800_000)
