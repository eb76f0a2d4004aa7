import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import type { Change } from '../../../server/context.ts'
import { createQueue } from '../../../server/services/collect/queue.ts'
import { receiptsWith } from '../../../server/services/collect/receipt.ts'
import type { Incoming } from '../../../server/services/collect/settle.ts'
import { settleAll } from '../../../server/services/collect/settleAll.ts'
import { startThread } from '../../../server/services/collect/settleAside.ts'
import { findPublished, type Published } from '../../../server/services/published.ts'
import { writesOfOthers } from '../../../server/store/othersWrites.ts'
import { onSqlite } from '../postgres/ofFolder.ts'
import { startTown, type Town } from './town.ts'

const towns: Town[] = []
afterEach(async () => {
  for (const town of towns.splice(0)) await town.end()
})

const quotas = [
  {
    ...{ id: 'women', policy: 'close' as const, tolerance: 0, target: 5 },
    ...{ variables: ['sex'], categories: ['female'] },
  },
]

async function quotaTown(): Promise<{ town: Town; survey: Published }> {
  const town = await startTown({ survey: { quotas } })
  towns.push(town)
  const survey = await findPublished(town.context, 'town')
  if (!survey) throw new Error('no survey')
  return { town, survey }
}

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

const incoming = (survey: Published, number: number, more: Partial<Incoming> = {}): Incoming => ({
  ...{ survey, id: idOf(number), answers: `{"number":${number}}`, codes: '111', cell: 'female', baseWeight: 1 },
  ...{ channel: 'open', locale: 'zh-cn', receivedAt: '2026-06-01T00:00:00.000Z', ...more },
})

/** A quota that fills, an id twice with the same content and with another one, somebody whom the rules exclude. */
const batches = (survey: Published): Incoming[][] => [
  [1, 2, 3, 4].map((number) => incoming(survey, number)),
  [incoming(survey, 1), incoming(survey, 2, { answers: '{}' }), incoming(survey, 5), incoming(survey, 5)],
  [incoming(survey, 6), incoming(survey, 7, { cell: 'male', channel: 'paper' }), incoming(survey, 8)],
]

const responsesOf = ({ context: { db } }: Town) => db.selectFrom('response').selectAll().orderBy('id').execute()
const byId = (changes: Change[]) => changes.map((change) => JSON.stringify(change)).sort()

test.runIf(onSqlite)('a thread aside settles a batch as the server itself does', async () => {
  const [here, there] = [await quotaTown(), await quotaTown()]
  const key = here.town.context.keyFor('receipts')
  const thread = startThread(there.town.context, key, () => {})
  for (const [at, batch] of batches(here.survey).entries()) {
    const own = await here.town.context.db
      .transaction()
      .execute((transaction) => settleAll(transaction, batch, receiptsWith(key)))
    const aside = await thread.settle(batches(there.survey)[at] ?? [])
    expect(aside.outcomes).toEqual(own.outcomes)
    expect(byId(aside.changes)).toEqual(byId(own.changes))
  }
  await thread.close()
  expect(await responsesOf(there.town)).toEqual(await responsesOf(here.town))
  expect(await responsesOf(here.town)).toHaveLength(8)
})

test.runIf(onSqlite)(
  'what a thread aside cannot store is refused with the reason, and the next batch is stored',
  async () => {
    const { town, survey } = await quotaTown()
    const thread = startThread(town.context, town.context.keyFor('receipts'), () => {})
    const broken = incoming(survey, 1, { locale: null as unknown as string })
    await expect(thread.settle([broken, incoming(survey, 2)])).rejects.toMatchObject({
      code: expect.stringMatching(/^SQLITE/),
    })
    expect((await thread.settle([incoming(survey, 2)])).outcomes).toMatchObject([{ kind: 'stored' }])
    await thread.close()
    await expect(thread.settle([incoming(survey, 3)])).rejects.toThrow('ended')
    expect(await responsesOf(town)).toHaveLength(1)
  },
)

test.runIf(onSqlite)('a thread that ends over a batch: it is refused, and tallies are to count anew', async () => {
  const { town, survey } = await quotaTown()
  const thread = startThread(town.context, town.context.keyFor('receipts'), () => {})
  await thread.settle([incoming(survey, 1)])
  const before = await writesOfOthers(town.context.db)
  const refused = expect(thread.settle([incoming(survey, 2)])).rejects.toThrow('ended')
  await thread.close()
  await refused
  expect(await writesOfOthers(town.context.db)).toBe(before + 1)
})

test.runIf(onSqlite)('a rush goes to the thread, and nothing of it is lost when the server ends', async () => {
  const { town, survey } = await quotaTown()
  const queue = createQueue(town.context)
  let sent = 0
  const wave = () => Promise.all(Array.from({ length: 40 }, () => queue.add(incoming(survey, sent++))))
  const writtenHere = async () => {
    const { rows } = await sql<{ changes: number }>`select total_changes() as changes`.execute(town.context.db)
    return rows[0]?.changes
  }
  for (let before: number | undefined = -1; before !== (await writtenHere()); ) {
    before = await writtenHere()
    await wave()
  }
  const last = Array.from({ length: 200 }, () => queue.add(incoming(survey, sent++)))
  await queue.drain()
  expect((await Promise.all(last)).every(({ kind }) => kind === 'stored')).toBe(true)
  expect(await responsesOf(town)).toHaveLength(sent)
})
