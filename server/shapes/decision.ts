import { z } from 'zod'
import type { Obstacle } from '../../scoring/subjective/publication.ts'
import type { Text } from '../../scoring/text.ts'

/** A decision to publish a survey score in spite of something: in the result, the audit log and the report. */
export interface PublicationDecision {
  code: Obstacle['code']
  subject: string
  /** What stood in the way, as it read when it was decided. */
  obstacle: Text
  reason: string
  by: string
  at: string
}

/** `POST /api/evaluations/{id}/decisions` */
export const NewDecision = z.object({
  code: z.string().max(100),
  subject: z.string().max(500),
  reason: z.string().trim().min(1).max(2000),
})

/** `GET /api/evaluations/{id}/obstacles`: what keeps its survey score from being published. */
export interface Obstacles {
  /** The frozen result that they are of; null: of the result as of now, as none has been frozen for publication yet. */
  version: number | null
  /** Nothing is left to be decided. */
  publishable: boolean
  /** With the decision about each; null where there is none yet. */
  obstacles: (Obstacle & { decision: PublicationDecision | null })[]
}
