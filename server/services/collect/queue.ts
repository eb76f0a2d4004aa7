import type { Context } from '../../context.ts'
import { settleBeside } from './beside.ts'
import { createGroupCommit, type GroupCommit } from './groupCommit.ts'
import { receiptsWith } from './receipt.ts'
import type { Incoming, Settlement } from './settle.ts'
import { settleAll } from './settleAll.ts'
import { createAside } from './settleAside.ts'

/** Takes an answer, tells what became of it once that is on the disk. */
export type Queue = GroupCommit<Incoming, Settlement>

/** Beside the answers' own text: codes, evidence and what waits for them. */
const overhead = 2048

export function createQueue(context: Context): Queue {
  const receiptKey = context.keyFor('receipts')
  const receipts = receiptsWith(receiptKey)
  return createGroupCommit(context, {
    beside: (incoming) => settleBeside(context, incoming, receipts),
    sizeOf: ({ answers }) => 2 * answers.length + overhead,
    aside: createAside(context, receiptKey),
    settle: (db, incoming) => settleAll(db, incoming, receipts),
  })
}
