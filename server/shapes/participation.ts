import { z } from 'zod'
import type { FunnelStep } from '../../scoring/subjective/participation/funnel.ts'
import type { Dispositions, OutcomeRates } from '../../scoring/subjective/participation/outcomeRates.ts'
import type { Text } from '../../scoring/text.ts'

/** `GET /api/surveys/{survey}/participation` */
export interface SurveyParticipation {
  sample: 'probability' | 'model' | 'mixed'
  /** Of the drawn persons; null where nobody was drawn. */
  outcomes: { dispositions: Dispositions; rates: OutcomeRates } | null
  /** Of the volunteers; null where there are none. It takes the place of a response rate. */
  funnel: { steps: FunnelStep[]; notes: Text[] } | null
  /** The paragraph that every result carries; null before the first accepted response. */
  disclosure: Text | null
}

const words = z.string().trim().min(1).max(500)

/** `PUT /api/surveys/{survey}/eligibility`: e of RR3 and RR4, with where it comes from. */
export const EligibilityInput = z.object({
  share: z.number().min(0).max(1),
  source: z.object({ zh: words, en: words }),
})
export type EligibilityInput = z.infer<typeof EligibilityInput>
