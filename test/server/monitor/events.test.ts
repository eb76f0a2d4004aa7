import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { command } from '../core/command.ts'
import { signedIn } from '../core/person.ts'
import { answer, answersOf, startTown, type Town } from '../core/town.ts'
import { onSqlite } from '../postgres/ofFolder.ts'
import { watch } from './events.ts'
import { townDesign } from './townDesign.ts'

let town: Town
afterEach(() => town.end())

test('whoever watches sees a response arrive, in count and quota, without asking again', async () => {
  town = await startTown({ survey: townDesign({ female: 5 }) })
  const admin = await signedIn(town)
  const watching = await watch(town, admin)
  const first = await watching.until(() => true)
  expect(first.counts.responses).toBe(0)

  const { body } = await answer(town)
  const second = await watching.until(({ counts }) => counts.responses === 1)
  expect(second.quotas[0]).toMatchObject({ taken: 1, remaining: 4 })
  expect(second.version).toBeGreaterThan(first.version)

  await fetch(`${town.url}/api/receipts/${body.receipt}`, { method: 'DELETE' })
  await watching.until(({ counts }) => counts.responses === 0 && counts.withdrawn === 1)
  watching.close()
})

test('all who watch are told, and somebody screened out or over quota is shown too', async () => {
  town = await startTown({ survey: townDesign({ female: 1 }) })
  const admin = await signedIn(town)
  const two = await Promise.all([watch(town, admin), watch(town, admin)])
  await answer(town)
  await answer(town)
  for (const watching of two) {
    await watching.until(({ counts }) => counts.responses === 1 && counts.overQuota === 1)
    watching.close()
  }
})

// On PostgreSQL a server knows what its own process wrote: there other processes are tried in postgres/servers.test.ts.
test.runIf(onSqlite)('what another process writes is shown too', async () => {
  town = await startTown()
  const admin = await signedIn(town)
  const watching = await watch(town, admin)
  await watching.until(({ counts }) => counts.responses === 0)
  const file = join(town.folder, 'paper.csv')
  await writeFile(file, 'consent,S1,S4,A1,A2,B1\ntrue,yes,female,5,4,3\ntrue,yes,male,1,2,98\n')
  const { code } = await command(town.folder, 'import-responses', '--survey', 'town', file)
  expect(code).toBe(0)
  await watching.until(({ counts }) => counts.responses === 2)
  watching.close()
})

test('the stream ends with the session, and with the right to see it', async () => {
  town = await startTown()
  const admin = await signedIn(town)
  const body = { name: 'wang', password: 'long enough to use', roles: [{ role: 'viewer', regions: ['town'] }] }
  await admin.ask('POST', '/api/accounts', body)
  const wang = await signedIn(town, 'wang', body.password)
  const [own, other] = [await watch(town, admin), await watch(town, wang)]
  await other.until(() => true)

  await wang.ask('DELETE', '/api/session')
  await other.ended
  await answer(town, answersOf())
  await own.until(({ counts }) => counts.responses === 1)
  await admin.ask('DELETE', '/api/session')
  await own.ended
})
