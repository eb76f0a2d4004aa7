import { parentPort, workerData } from 'node:worker_threads'
import { type Grouped, type GroupingQuestion, groupsByQuestion } from '../services/sensitivity/byQuestion.ts'
import { openSnapshot } from '../store/snapshot.ts'

// Scores one survey by the answers to a question, while the server goes on answering (services/sensitivity/groups.ts).

const { store, survey, question }: { store: string; survey: Grouped; question: GroupingQuestion } = workerData
const { db, close } = await openSnapshot(store)
parentPort?.postMessage(await groupsByQuestion(db, survey, question))
await close()
