import type { Change } from '../../context.ts'
import type { Store } from '../../store/database.ts'
import { bySurvey, type Settled } from './groupCommit.ts'
import type { Receipts } from './receipt.ts'
import { type Incoming, type Settlement, settle } from './settle.ts'

/** Settles answers that came together, whichever their surveys; inside one transaction. */
export async function settleAll(db: Store, incoming: Incoming[], receipts: Receipts): Promise<Settled<Settlement>> {
  const outcomes: Settlement[] = new Array(incoming.length)
  const changes: Change[] = []
  for (const group of bySurvey(incoming)) {
    const [first] = group
    if (!first) continue
    const settled = await settle(
      db,
      first.item.survey,
      group.map(({ item }) => item),
      receipts,
    )
    for (const [index, { at }] of group.entries()) outcomes[at] = settled.outcomes[index] as Settlement
    changes.push(...settled.changes)
  }
  return { outcomes, changes }
}
