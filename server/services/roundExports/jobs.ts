import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { NewRoundExport, RoundExport, RoundExportFile } from '../../shapes/roundExport.ts'
import { addAudit } from '../../store/audit.ts'
import { listEvaluations } from '../../store/evaluations.ts'
import { addJob, removeJob } from '../../store/jobs.ts'
import {
  addRoundExport,
  endRoundExport,
  type RoundExportTable,
  removeRoundExport,
  roundExportsOf,
  runningExports,
} from '../../store/roundExports.ts'
import { isUnavailable } from '../../store/unavailable.ts'
import { createJobWorker, type JobWorker } from '../jobs.ts'
import { type Crew, startCrew } from './crew.ts'
import type { ExportOrder } from './folder.ts'
import { groupOf } from './group.ts'
import { shelfOf } from './shelf.ts'

interface Asker {
  permitted: (region: string) => boolean
  account: string
}

/**
 * Begins to export all regions of a round that may be seen.
 * @throws {Problem} `not-found` where there is none
 */
export async function beginRoundExport(
  context: Context,
  round: string,
  { lang, files }: NewRoundExport,
  { permitted, account }: Asker,
): Promise<RoundExport> {
  const { db, now } = context
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
    await addJob(transaction, { id: order.id, kind, content: row.content })
    const detail = { export: order.id, files, regions: own.length }
    await addAudit(transaction, { at, account, action: 'round.export', subject: `round ${round}`, detail })
  })
  works.get(context.changes)?.worker.look()
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
 * The archive of a finished export.
 * @throws {Problem} `not-found`; `wrong-state` while it is being made
 */
export async function roundArchive(
  context: Context,
  round: string,
  id: string,
  permitted: Asker['permitted'],
): Promise<Readable> {
  const found = (await roundExports(context, round, permitted)).find((one) => one.id === id)
  if (!found) throw new Problem('not-found')
  if (found.state !== 'done') throw new Problem('wrong-state')
  return shelfOf(context).archive(id)
}

/** Ends an export where it still runs, and deletes its files. @throws {Problem} `not-found` */
export async function removeExport(context: Context, round: string, id: string, permitted: Asker['permitted']) {
  if (!(await roundExports(context, round, permitted)).some((one) => one.id === id)) throw new Problem('not-found')
  await removeRoundExport(context.db, id)
  await removeJob(context.db, id)
  await works.get(context.changes)?.crews.get(id)?.stop()
  await shelfOf(context).remove(id)
}

const orderIn = (content: string): ExportOrder => JSON.parse(content)

async function shown(context: Context, row: RoundExportTable): Promise<RoundExport> {
  const { id, lang, files, evaluations } = orderIn(row.content)
  const finished = await shelfOf(context).finished(id)
  return {
    ...{ id, state: row.state, askedBy: row.asked_by, askedAt: row.asked_at, lang, files },
    ...{ done: finished.length, total: evaluations.length },
  }
}

/** What is under way on this server. */
interface Work {
  worker: JobWorker
  crews: Map<string, Crew>
}

const works = new WeakMap<Context['changes'], Work>()
const kind = 'round-export'
const often = 2000

/** Takes on exports of rounds, also those that were under way when a server ended; one at a time. */
export function startExports(context: Context): void {
  const crews: Work['crews'] = new Map()
  const run = (content: string, signal: AbortSignal) => make(context, orderIn(content), { crews, signal })
  const worker = createJobWorker(context, { name: kind, every: often, run })
  works.set(context.changes, { worker, crews })
  worker.look()
}

/** Breaks off at once: what is finished stays, the rest is made by another server or after the next start. */
export const stopExports = async (context: Context): Promise<void> => works.get(context.changes)?.worker.stop()

interface Making {
  crews: Work['crews']
  signal: AbortSignal
}

async function make(context: Context, order: ExportOrder, making: Making): Promise<undefined> {
  const { db, log } = context
  const isWanted = async () => (await runningExports(db)).some(({ id }) => id === order.id)
  if (!(await isWanted())) return
  const ended = await run(context, order, making).catch((err) => {
    // A database that is away comes back.
    if (isUnavailable(err)) throw err
    log.error({ err, export: order.id }, 'an export of a round failed')
    return false
  })
  if (!(await isWanted())) await shelfOf(context).remove(order.id)
  else if (!making.signal.aborted) await endRoundExport(db, order.id, ended ? 'done' : 'failed')
}

/** Whether all files were made. */
async function run(context: Context, order: ExportOrder, { crews, signal }: Making): Promise<boolean> {
  const { config, log } = context
  const shelf = shelfOf(context)
  await shelf.begin(order.id)
  const compares = order.files.some((file) => comparing.has(file))
  const members = compares ? await groupOf(context, order, () => !signal.aborted) : []
  if (signal.aborted) return false
  const crew = startCrew({ folder: config.dataFolder, store: config.store, order, members }, log)
  const stop = () => void crew.stop()
  signal.addEventListener('abort', stop)
  crews.set(order.id, crew)
  try {
    await keepWhile(crew.ended, () => shelf.keep(order.id))
    return await crew.ended
  } finally {
    signal.removeEventListener('abort', stop)
    crews.delete(order.id)
    await crew.stop()
  }
}

async function keepWhile(ended: Promise<boolean>, keep: () => Promise<void>): Promise<void> {
  for (let over = false; !over; ) {
    over = await Promise.race([ended.then(() => true), pause(1000, false)])
    await keep()
  }
}

/** They show a region beside the others. */
const comparing = new Set<RoundExportFile>(['docx', 'print', 'evidence'])
