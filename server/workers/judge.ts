import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { type JudgeMessage, type JudgeOrder, judgeStore } from '../services/quality/scanStore.ts'
import { openSnapshot } from '../store/snapshot.ts'

// Judges one survey's responses as of one moment, while the server goes on answering (services/quality/judgeAside.ts).

const { store, survey }: JudgeOrder = workerData
if (!parentPort) throw new Error('this runs as a worker thread only')
const port = parentPort
const tell = (message: JudgeMessage) => port.postMessage(message)

const { db, close } = await openSnapshot(store)
const found = await judgeStore(db, survey, async (findings) => {
  tell({ kind: 'findings', findings })
  await once(port, 'message')
})
tell({ kind: 'done', ...found })
await close()
port.close()
