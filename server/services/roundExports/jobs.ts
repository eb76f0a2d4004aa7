import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { NewRoundExport, RoundExport, RoundExportFile } from '../../shapes/roundExport.ts'
import { addAudit } from '../../store/audit.ts'
import { listEvaluations } from '../../store/evaluations.ts'
import { onPostgres } from '../../store/postgres.ts'
import {
  addRoundExport,
  endRoundExport,
  type RoundExportTable,
  removeRoundExport,
  roundExportsOf,
  runningExports,
} from '../../store/roundExports.ts'
import { type Crew, startCrew } from './crew.ts'
import { type ExportOrder, exportFolder, finishedIn } from './folder.ts'
import { groupOf } from './group.ts'

/** The files lie in the folder of one server: behind a balancer the others would not have them. */
const notShared = {
  zh: '使用 PostgreSQL 时还不能一次导出整个批次，请逐个地区导出。',
  en: 'On PostgreSQL a whole round cannot be exported at once yet: export its regions one by one.',
}

interface Asker {
  permitted: (region: string) => boolean
  account: string
}

/**
 * Begins to export all regions of a round that may be seen.
 * @throws {Problem} `not-found` where there is none; `conflict` on PostgreSQL
 */
export async function beginRoundExport(
  context: Context,
  round: string,
  { lang, files }: NewRoundExport,
  { permitted, account }: Asker,
): Promise<RoundExport> {
  const { db, now } = context
  if (onPostgres(db)) throw new Problem('conflict', { detail: notShared })
  const own = (await listEvaluations(db)).filter((row) => row.round === round && permitted(row.regionCode))
  if (own.length === 0) throw new Problem('not-found')
  const order: ExportOrder = { id: randomUUID(), lang, files, evaluations: own.map(({ id }) => id) }
  const at = now().toISOString()
  const row: RoundExportTable = {
    ...{ id: order.id, round_id: round, content: JSON.stringify(order), state: 'running' },
    ...{ asked_by: account, asked_at: at },
  }
  await db.transaction().execute(async (transaction) => {
    await addRoundExport(transaction, row)
    const detail = { export: order.id, files, regions: own.length }
    await addAudit(transaction, { at, account, action: 'round.export', subject: `round ${round}`, detail })
  })
  queue(context, order)
  return shown(context, row)
}

/** The exports of a round whose regions may all be seen, the newest first. */
export async function roundExports(
  context: Context,
  round: string,
  permitted: Asker['permitted'],
): Promise<RoundExport[]> {
  const regionOf = new Map((await listEvaluations(context.db)).map(({ id, regionCode }) => [id, regionCode]))
  const rows = (await roundExportsOf(context.db, round)).filter(({ content }) =>
    orderIn(content).evaluations.every((id) => permitted(regionOf.get(id) ?? '')),
  )
  return Promise.all(rows.map((row) => shown(context, row)))
}

/**
 * Where the archive of a finished export lies.
 * @throws {Problem} `not-found`; `wrong-state` while it is being made
 */
export async function roundArchive(
  context: Context,
  round: string,
  id: string,
  permitted: Asker['permitted'],
): Promise<string> {
  const found = (await roundExports(context, round, permitted)).find((one) => one.id === id)
  if (!found) throw new Problem('not-found')
  if (found.state !== 'done') throw new Problem('wrong-state')
  return exportFolder(context.config.dataFolder, id).archive
}

/** Ends an export where it still runs, and deletes its files. @throws {Problem} `not-found` */
export async function removeExport(context: Context, round: string, id: string, permitted: Asker['permitted']) {
  if (!(await roundExports(context, round, permitted)).some((one) => one.id === id)) throw new Problem('not-found')
  await removeRoundExport(context.db, id)
  await workOf(context).crews.get(id)?.stop()
  await rm(exportFolder(context.config.dataFolder, id).folder, { recursive: true, force: true })
}

const orderIn = (content: string): ExportOrder => JSON.parse(content)

async function shown({ config }: Context, row: RoundExportTable): Promise<RoundExport> {
  const { id, lang, files, evaluations } = orderIn(row.content)
  const finished = await finishedIn(exportFolder(config.dataFolder, id).regions)
  return {
    ...{ id, state: row.state, askedBy: row.asked_by, askedAt: row.asked_at, lang, files },
    ...{ done: finished.length, total: evaluations.length },
  }
}

interface Work {
  /** One job at a time. */
  last: Promise<void>
  crews: Map<string, Crew>
  stopped: boolean
}

const works = new WeakMap<Context['changes'], Work>()

function workOf({ changes }: Context): Work {
  const work = works.get(changes) ?? { last: Promise.resolve(), crews: new Map(), stopped: false }
  works.set(changes, work)
  return work
}

/** Goes on with what was under way when the server ended. */
export async function resumeExports(context: Context): Promise<void> {
  for (const { content } of await runningExports(context.db)) queue(context, orderIn(content))
}

/** Breaks off at once: what is finished stays, the rest is made after the next start. */
export async function stopExports(context: Context): Promise<void> {
  const work = workOf(context)
  work.stopped = true
  await Promise.all([...work.crews.values()].map((crew) => crew.stop()))
  await work.last
}

function queue(context: Context, order: ExportOrder): void {
  const work = workOf(context)
  work.last = work.last.then(async () => {
    const ended = await run(context, order, work).catch((err) => {
      context.log.error({ err, export: order.id }, 'an export of a round failed')
      return false
    })
    if (ended !== null && !work.stopped) await endRoundExport(context.db, order.id, ended ? 'done' : 'failed')
  })
}

/** Whether all files were made; null: they are not wanted any more. */
async function run(context: Context, order: ExportOrder, work: Work): Promise<boolean | null> {
  const wanted = (await runningExports(context.db)).some(({ id }) => id === order.id)
  if (work.stopped || !wanted) return null
  const folder = context.config.dataFolder
  await mkdir(exportFolder(folder, order.id).regions, { recursive: true, mode: 0o700 })
  const compares = order.files.some((file) => comparing.has(file))
  const members = compares ? await groupOf(context, order, () => !work.stopped) : []
  if (work.stopped) return null
  const crew = startCrew({ folder, order, members }, context.log)
  work.crews.set(order.id, crew)
  const ended = await crew.ended
  work.crews.delete(order.id)
  return ended
}

/** They show a region beside the others. */
const comparing = new Set<RoundExportFile>(['docx', 'print', 'evidence'])
