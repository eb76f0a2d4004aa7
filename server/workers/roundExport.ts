import { workerData } from 'node:worker_threads'
import { pino } from 'pino'
import { briefSvg } from '../../client/printed/brief.ts'
import { renderPrintPage } from '../../client/printed/printPage.ts'
import { readConfig } from '../config.ts'
import { type Context, createChanges } from '../context.ts'
import { printedOf } from '../endpoints/printedResult.ts'
import { archiveRegions } from '../services/roundExports/archive.ts'
import { type ExportTask, regionsFor, wasLast } from '../services/roundExports/crew.ts'
import { exportFolder, finishedIn } from '../services/roundExports/folder.ts'
import { type Draw, exportRegion } from '../services/roundExports/region.ts'
import { openStoreToRead } from '../store/open.ts'

// Makes the files of a round's regions, while the server goes on answering (services/roundExports/crew.ts).

const task: ExportTask = workerData
const { folder, store, order, members } = task
const db = await openStoreToRead(store)
const context: Omit<Context, 'changes'> = {
  config: readConfig({ TIYAN_DATA: folder, ...(store !== folder && { DATABASE_URL: store }) }),
  db,
  now: () => new Date(),
  log: pino({ level: 'warn' }),
  keyFor: () => {
    throw new Error('an export needs no key')
  },
}
const { regions, archive } = exportFolder(folder, order.id)
const draw: Draw = {
  print: (source, lang) => renderPrintPage({ ...printedOf(source, lang), nonce: '' }),
  brief: (source, lang) => briefSvg(printedOf(source, lang)),
}
const finished = new Set(await finishedIn(regions))
for (const region of regionsFor(task)) {
  // What is kept of a region in memory ends with it.
  const own = { ...context, changes: createChanges() }
  if (!finished.has(region)) await exportRegion(own, order, region, { regions, members, draw })
}
if (wasLast(task)) await archiveRegions(regions, archive)
await db.destroy()
