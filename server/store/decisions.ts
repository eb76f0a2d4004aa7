import type { Obstacle } from '../../scoring/subjective/publication.ts'
import type { Store } from './database.ts'

/** A decision to publish in spite of something, by somebody. Never changed; a later one about the same is a new row. */
export interface PublicationDecisionTable {
  evaluation_id: string
  position: number
  code: Obstacle['code']
  subject: string
  /** JSON of a Text: what stood in the way, as it read when it was decided. */
  obstacle: string
  reason: string
  account: string
  at: string
}

/** The decisions about an evaluation, the oldest first. */
export const listDecisions = (db: Store, evaluation: string): Promise<PublicationDecisionTable[]> =>
  db
    .selectFrom('publication_decision')
    .selectAll()
    .where('evaluation_id', '=', evaluation)
    .orderBy('position')
    .execute()

export async function addDecision(db: Store, decision: Omit<PublicationDecisionTable, 'position'>): Promise<void> {
  const last = (await listDecisions(db, decision.evaluation_id)).at(-1)
  await db
    .insertInto('publication_decision')
    .values({ ...decision, position: (last?.position ?? 0) + 1 })
    .execute()
}
