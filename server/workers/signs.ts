import { parentPort, workerData } from 'node:worker_threads'
import { findSigns, type SignsOrder } from '../services/alerts/signs.ts'
import { openSnapshot } from '../store/snapshot.ts'

// Looks up what alarms rest on, while the server goes on answering (services/alerts/signs.ts).

const { store, order }: { store: string; order: SignsOrder } = workerData
const { db, close } = await openSnapshot(store)
parentPort?.postMessage(await findSigns(db, order))
await close()
