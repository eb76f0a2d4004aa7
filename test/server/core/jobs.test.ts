import { afterAll, beforeAll, expect, test } from 'vitest'
import { createJobWorker, type JobWorker } from '../../../server/services/jobs.ts'
import { addJob, jobsOf } from '../../../server/store/jobs.ts'
import { startTown, type Town } from './town.ts'

let town: Town
const workers: JobWorker[] = []
beforeAll(async () => {
  town = await startTown()
})
afterAll(async () => {
  for (const worker of workers) await worker.stop()
  await town.end()
})

const life = { every: 50, patience: 3000, endurance: 2000 }
type Run = Parameters<typeof createJobWorker>[1]['run']

function work(name: string, run: Run): JobWorker {
  const worker = createJobWorker(town.context, { name, every: 10, run }, life)
  workers.push(worker)
  return worker
}

const left = async (kind: string) => (await jobsOf(town.context.db, kind)).map(({ id, holder }) => [id, holder])

test('of several that look at once one does a job, once', async () => {
  const done: string[] = []
  for (let at = 0; at < 30; at++) await addJob(town.context.db, { id: `once ${at}`, kind: 'once', content: `${at}` })
  for (let at = 0; at < 3; at++) work('once', async (content) => void done.push(content))
  await expect.poll(() => left('once'), { timeout: 20_000 }).toEqual([])
  expect(done.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, at) => at))
})

test('who is at a job keeps it as long as it takes; of one that has died another takes it', async () => {
  const begun: string[] = []
  await addJob(town.context.db, { id: 'long', kind: 'lasting', content: 'long' })
  await addJob(town.context.db, { id: 'left', kind: 'lasting', content: 'left' })
  await town.context.db.updateTable('job').set({ holder: 'killed' }).where('id', '=', 'left').execute()
  const run: Run = async (content) => {
    begun.push(content)
    if (content === 'long') await expect.poll(() => begun, { timeout: 60_000 }).toContain('left')
    return undefined
  }
  work('lasting', run)
  work('lasting', run)
  await expect.poll(() => left('lasting'), { timeout: 20_000 }).toEqual([])
  expect(begun.sort()).toEqual(['left', 'long'])
})

test('whose job is gone, or another’s, ends; one that stops leaves it to others', async () => {
  const ended: string[] = []
  const run: Run = async (content, signal) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
    ended.push(content)
    return undefined
  }
  await addJob(town.context.db, { id: 'unwanted', kind: 'endless', content: 'unwanted' })
  const worker = work('endless', run)
  await expect.poll(async () => (await left('endless'))[0]?.[1]).toEqual(expect.any(String))
  await town.context.db.deleteFrom('job').where('id', '=', 'unwanted').execute()
  await expect.poll(() => ended).toEqual(['unwanted'])

  await addJob(town.context.db, { id: 'stopped', kind: 'endless', content: 'stopped' })
  await expect.poll(async () => (await left('endless'))[0]?.[1]).toEqual(expect.any(String))
  await worker.stop()
  expect(ended).toEqual(['unwanted', 'stopped'])
  expect(await left('endless')).toEqual([['stopped', null]])
})

test('one that fails is tried again later; one that comes again is due when it said', async () => {
  await addJob(town.context.db, { id: 'broken', kind: 'broken', content: '' })
  await addJob(town.context.db, { id: 'again', kind: 'again', content: '' })
  work('broken', () => Promise.reject(new Error('out of paper')))
  work('again', async () => 3_600_000)
  const dueLater = async (kind: string) => {
    const [job] = await jobsOf(town.context.db, kind)
    return job?.holder === null && job.due_at > town.context.now().getTime()
  }
  await expect.poll(() => dueLater('broken')).toBe(true)
  await expect.poll(() => dueLater('again')).toBe(true)
})
