import type { PublicationDecision } from '../../shapes/decision.ts'
import type { Store } from '../../store/database.ts'
import { listDecisions } from '../../store/decisions.ts'

/** The decisions about an evaluation, the oldest first. */
export const decisionsOf = async (db: Store, evaluation: string): Promise<PublicationDecision[]> =>
  (await listDecisions(db, evaluation)).map(({ code, subject, obstacle, reason, account, at }) => ({
    ...{ code, subject, obstacle: JSON.parse(obstacle), reason, by: account, at },
  }))
