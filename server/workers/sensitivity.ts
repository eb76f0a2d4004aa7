import { parentPort, workerData } from 'node:worker_threads'
import { mentionsOf } from '../services/analysis/mentions.ts'
import { type Compared, otherSamples } from '../services/sensitivity/samples.ts'
import { openSnapshot } from '../store/snapshot.ts'

// Scores one survey over other respondents, while the server goes on answering (services/sensitivity/sensitivity.ts).

const { store, survey, question }: { store: string; survey: Compared; question: string | undefined } = workerData
const { db, close } = await openSnapshot(store)
const { mentions } = await mentionsOf(db, survey, question)
parentPort?.postMessage({ mentions, samples: await otherSamples(db, survey) })
await close()
