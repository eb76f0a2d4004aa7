import { z } from 'zod'
import type { ScoringKey } from '../../scoring/subjective/key.ts'
import type { Text } from '../../scoring/text.ts'
import type { Change } from '../../surveys/compare.ts'
import { formKinds } from '../../surveys/forms/tailored.ts'
import type { Fault } from '../../surveys/publishing/fault.ts'

/** A name of a questionnaire, e.g. `city`. */
export const QuestionnaireId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,49}$/)

const Words = z.object({ zh: z.string().trim().min(1).max(50), en: z.string().trim().min(1).max(80) })

/** What a shipped questionnaire has to know of a region: its parts, e.g. districts, by code and name. */
export const TailoringWish = z.object({
  scheme: z.enum(['city', 'county']),
  form: z.enum(formKinds).default('full'),
  parts: z
    .array(z.object({ code: z.string().regex(/^[\p{L}\p{N}_-]{1,40}$/u), label: Words }))
    .min(1)
    .max(200),
})

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
