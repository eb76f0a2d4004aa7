import { workerData } from 'node:worker_threads'
import { pino } from 'pino'
import { readConfig } from '../config.ts'
import { type Context, createChanges } from '../context.ts'
import { archiveRegions } from '../services/roundExports/archive.ts'
import { type ExportOrder, exportFolder, finishedIn } from '../services/roundExports/folder.ts'
import { exportRegion } from '../services/roundExports/region.ts'
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
const finished = new Set(await finishedIn(regions))
for (const evaluation of order.evaluations) {
  // What is kept of a region in memory ends with it.
  if (!finished.has(evaluation))
    await exportRegion({ ...context, changes: createChanges() }, order, evaluation, regions)
}
await archiveRegions(regions, archive)
await db.destroy()
