import { workerData } from 'node:worker_threads'
import { pino } from 'pino'
import { briefSvg } from '../../client/printed/brief.ts'
import { renderPrintPage } from '../../client/printed/printPage.ts'
import { readConfig } from '../config.ts'
import { type Context, createChanges } from '../context.ts'
import { printedOf } from '../endpoints/printedResult.ts'
import { archiveRegions } from '../services/roundExports/archive.ts'
import { type ExportOrder, exportFolder, finishedIn } from '../services/roundExports/folder.ts'
import { groupOf } from '../services/roundExports/group.ts'
import { type Draw, exportRegion } from '../services/roundExports/region.ts'
import { openStoreToRead } from '../store/open.ts'

// Makes the files of a round's regions, while the server goes on answering (services/roundExports/jobs.ts).

const { folder, order }: { folder: string; order: ExportOrder } = workerData
const db = await openStoreToRead(folder)
const context: Omit<Context, 'changes'> = {
  config: readConfig({ TIYAN_DATA: folder }),
  db,
  now: () => new Date(),
  log: pino({ level: 'warn' }),
  keyFor: () => {
    throw new Error('an export needs no key')
  },
}
const { regions, archive } = exportFolder(folder, order.id)
const others = order.files.includes('print') ? await groupOf(context, order) : []
const draw: Draw = {
  print: (source, lang) => renderPrintPage({ ...printedOf(source, lang, others), nonce: '' }),
  brief: (source, lang) => briefSvg(printedOf(source, lang)),
}
const finished = new Set(await finishedIn(regions))
for (const evaluation of order.evaluations) {
  // What is kept of a region in memory ends with it.
  if (!finished.has(evaluation))
    await exportRegion({ ...context, changes: createChanges() }, order, evaluation, { regions, draw })
}
await archiveRegions(regions, archive)
await db.destroy()
