import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { type ExportMessage, type ExportOrder, mostUnread } from '../services/exports/aside.ts'
import { writers } from '../services/exports/writers.ts'
import { findPublished } from '../services/published.ts'
import { openSnapshot } from '../store/snapshot.ts'

// Writes the responses of one moment as a file, while the server goes on answering (services/exports/aside.ts).

const order: ExportOrder = workerData
if (!parentPort) throw new Error('this runs as a worker thread only')
const port = parentPort
const tell = (message: ExportMessage, moved: ArrayBuffer[] = []) => port.postMessage(message, moved)

let unread = 0
port.on('message', () => unread--)

const { db, close } = await openSnapshot(order.store)
const survey = await findPublished({ db }, order.survey)
if (!survey) throw new Error(`there is no survey ${order.survey}`)
const file = await writers[order.format](db, survey, {
  begin: (of) => tell({ kind: 'begin', of }),
  advance: (rows) => tell({ kind: 'advance', rows }),
})
for await (const piece of file) {
  // Of its own, so that it can change hands.
  const bytes = typeof piece === 'string' ? new TextEncoder().encode(piece) : new Uint8Array(piece)
  tell({ kind: 'piece', bytes }, [bytes.buffer])
  unread++
  while (unread >= mostUnread) await once(port, 'message')
}
await close()
tell({ kind: 'end' })
port.close()
