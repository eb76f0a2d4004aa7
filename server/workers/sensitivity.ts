import { parentPort, workerData } from 'node:worker_threads'
import { type Compared, otherSamples } from '../services/sensitivity/samples.ts'
import { openSnapshot } from '../store/snapshot.ts'

// Scores one survey over other respondents, while the server goes on answering (services/sensitivity/sensitivity.ts).

const { store, survey }: { store: string; survey: Compared } = workerData
const { db, close } = await openSnapshot(store)
parentPort?.postMessage(await otherSamples(db, survey))
await close()
