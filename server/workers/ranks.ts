import { parentPort, workerData } from 'node:worker_threads'
import { rankAlike } from '../../scoring/sampling/ranks/rankAlike.ts'
import type { RankOrder } from '../services/ranks/ranks.ts'

// Ranks regions, while the server goes on answering (services/ranks/ranks.ts).

const { regions, how }: RankOrder = workerData
parentPort?.postMessage(rankAlike(regions, how))
