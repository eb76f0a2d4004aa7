import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { type ScanMessage, type ScanOrder, scan } from '../services/tally/scan.ts'
import { openStoreToRead } from '../store/open.ts'
import { countedAmong } from '../store/tally.ts'

// Scans one survey as of one moment, while the server goes on answering (services/tally/scanAside.ts).

const { store, survey }: ScanOrder = workerData
if (!parentPort) throw new Error('this runs as a worker thread only')
const port = parentPort
const tell = (message: ScanMessage) => port.postMessage(message)

const db = await openStoreToRead(store)
await db.transaction().execute(async (snapshot) => {
  const began = performance.now()
  const field = await scan(snapshot, survey)
  tell({ kind: 'read' })
  const [changed]: string[][] = await once(port, 'message')
  const counted = await countedAmong(snapshot, survey, changed ?? [])
  tell({ kind: 'done', field, counted, took: performance.now() - began })
})
await db.destroy()
port.close()
