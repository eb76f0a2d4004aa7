import type { Change, Context } from '../../context.ts'
import { settleBeside } from './beside.ts'
import { bySurvey, createGroupCommit, type GroupCommit } from './groupCommit.ts'
import { type Incoming, type Settlement, settle } from './settle.ts'

/** Takes an answer, tells what became of it once that is on the disk. */
export type Queue = GroupCommit<Incoming, Settlement>

/** Beside the answers' own text: hash, codes, receipt and what waits for them. */
const overhead = 2048

export const createQueue = (context: Context): Queue =>
  createGroupCommit(context, {
    beside: (incoming) => settleBeside(context, incoming),
    sizeOf: ({ answers }) => 2 * answers.length + overhead,
    settle: async (db, incoming) => {
      const outcomes: Settlement[] = new Array(incoming.length)
      const changes: Change[] = []
      for (const group of bySurvey(incoming)) {
        const [first] = group
        if (!first) continue
        const settled = await settle(
          db,
          first.item.survey,
          group.map(({ item }) => item),
        )
        for (const [index, { at }] of group.entries()) outcomes[at] = settled.outcomes[index] as Settlement
        changes.push(...settled.changes)
      }
      return { outcomes, changes }
    },
  })
