import { parentPort, workerData } from 'node:worker_threads'
import { receiptsWith } from '../services/collect/receipt.ts'
import type { Incoming } from '../services/collect/settle.ts'
import { settleAll } from '../services/collect/settleAll.ts'
import type { SettleDesk, SettleOrder, SettleReply } from '../services/collect/settleAside.ts'
import { quotaFinder, type Settling } from '../services/published.ts'
import { openStore } from '../store/open.ts'

// Settles batches of answers, while the server goes on reading and checking (services/collect/settleAside.ts).

if (!parentPort) throw new Error('this runs as a worker thread only')
const port = parentPort
const { store, receiptKey }: SettleDesk = workerData
const receipts = receiptsWith(Buffer.from(receiptKey))
const db = await openStore(store)
const surveys = new Map<string, Settling>()

async function settle({ surveys: changed, answers }: SettleOrder): Promise<SettleReply> {
  for (const survey of changed) {
    surveys.set(survey.id, { ...survey, quotasFor: quotaFinder(survey.design, survey.quotas) })
  }
  const incoming = answers.map((answer): Incoming => ({ ...answer, survey: surveyNamed(answer.survey) }))
  const { outcomes, changes } = await db
    .transaction()
    .execute((transaction) => settleAll(transaction, incoming, receipts))
  const places = new Map(incoming.map(({ survey, id }, at) => [`${survey.id} ${id}`, at]))
  const added: number[] = []
  const others = changes.filter((change) => {
    const at = change.kind === 'added' ? places.get(`${change.response.survey} ${change.response.id}`) : undefined
    if (at !== undefined) added.push(at)
    return at === undefined
  })
  return { outcomes, added, others }
}

function surveyNamed(id: string): Settling {
  const survey = surveys.get(id)
  if (!survey) throw new Error(`survey ${id} did not come ahead of its answers`)
  return survey
}

const refusalOf = (error: unknown): SettleReply => {
  const { message, code } = error as Error & { code?: string }
  return { refused: { message, code } }
}

let before = Promise.resolve()
port.on('message', (order: string) => {
  before = before
    .then(() => settle(JSON.parse(order)))
    .catch(refusalOf)
    .then((reply) => port.postMessage(reply))
})
port.postMessage('ready')
