import { z } from 'zod'
import type { ScoringKey } from '../../scoring/subjective/key.ts'
import type { Text } from '../../scoring/text.ts'
import type { Change } from '../../surveys/compare.ts'
import type { Fault } from '../../surveys/publishing/fault.ts'

/** A name of a questionnaire, e.g. `city`. */
export const QuestionnaireId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,49}$/)

/** What is checked or published: SurveyJS JSON with the scoring properties. */
export const QuestionnaireDraft = z.object({ questionnaire: z.record(z.string(), z.unknown()) })

/** One row of `GET /api/questionnaires`: a published version. */
export interface QuestionnaireSummary {
  id: string
  version: number
  title: Text
  scheme: 'city' | 'county' | null
  locales: string[]
  /** Rated items, and how many of them are in the score. */
  items: number
  scored: number
  publishedAt: string
  sha256: string
}

/** `POST /api/questionnaires/{id}/check`: what would come of publishing it. */
export interface QuestionnaireReport {
  /** None of level `error`: it can be published. */
  faults: Fault[]
  /** Means something only where no fault says that it cannot be scored. */
  key: ScoringKey
  /** The newest version that it was compared with; null: there is none. */
  comparedWith: number | null
  changes: Change[]
}
