import { randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStoreToRead } from '../../../server/store/open.ts'
import { removeFolder, type ServerProcess, startServerProcess } from '../../process/server.ts'
import { command } from './command.ts'
import { answersOf, post, startTown } from './town.ts'

const kills = process.env.TIYAN_LONG === '1' ? 50 : 5

/** Residents who answer, one after another, until their server is gone; gives the ids that were acknowledged. */
async function answerUntilGone({ url }: ServerProcess, acknowledged: Set<string>): Promise<void> {
  let people = 0
  const send = async (): Promise<void> => {
    const id = randomUUID()
    const answers = answersOf()
    // Every other one begins with a place, some of whom never finish.
    const begun = people++ % 2 ? undefined : await post(`${url}/api/surveys/town/places`, { answers }).catch(() => null)
    if (begun === null) return
    if (people % 5 === 0) return send()
    const place = begun && JSON.parse(begun.text).place
    const taken = await post(`${url}/api/surveys/town/responses`, { id, answers, place }).catch(() => undefined)
    if (!taken) return
    if (taken.status === 201) acknowledged.add(id)
    return send()
  }
  await Promise.all(Array.from({ length: 16 }, send))
}

test(`killed ${kills} times under load, no acknowledged response is missing and none is there twice`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tiyan-'))
  await (
    await startTown({
      folder,
      survey: { quotas: [{ id: 'women', variables: ['sex'], categories: ['female'], target: 90, policy: 'close' }] },
    })
  ).stop()
  const acknowledged = new Set<string>()
  for (let kill = 0; kill < kills; kill++) {
    const server = await startServerProcess(folder, { TIYAN_DEMO: '0' })
    const load = answerUntilGone(server, acknowledged)
    await new Promise((resolve) => setTimeout(resolve, 100 + ((kill * 137) % 300)))
    await server.kill()
    await load
  }

  const db = await openStoreToRead(folder)
  const stored = (await db.selectFrom('response').select('id').execute()).map(({ id }) => id)
  await db.destroy()
  expect(acknowledged.size).toBeGreaterThan(kills)
  expect(new Set(stored).size).toBe(stored.length)
  expect([...acknowledged].filter((id) => !stored.includes(id))).toEqual([])
  expect((await command(folder, 'check-store')).code).toBe(0)
  await removeFolder(folder)
}, 600_000)

test('SIGTERM ends a server cleanly: everything taken is stored, and it says nothing alarming', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tiyan-'))
  await (await startTown({ folder })).stop()
  const server = await startServerProcess(folder, { TIYAN_DEMO: '0' })
  const sent = Array.from({ length: 40 }, () =>
    post(`${server.url}/api/surveys/town/responses`, { id: randomUUID(), answers: answersOf() }),
  )
  const statuses = (await Promise.all(sent)).map(({ status }) => status)
  expect(await server.stop()).toBe(0)
  expect(new Set(statuses)).toEqual(new Set([201]))
  expect(server.output()).not.toMatch(/error/i)
  await removeFolder(folder)
})
