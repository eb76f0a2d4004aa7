import { z } from 'zod'
import type { Disposition } from './channel.ts'

const line = z.string().trim().max(500).default('')
const paragraph = z.string().trim().max(5000).default('')
const day = z
  .string()
  .regex(/^(\d{4}-\d{2}-\d{2})?$/)
  .default('')

/** What people have to write down themselves (ISO 20252, SURVEY-PRACTICE 3.6); `PUT /api/surveys/{survey}/records`. */
export const SurveyRecord = z.object({
  sponsor: line,
  provider: line,
  subcontractors: line,
  pretest: z
    .object({ date: day, participants: line, findings: paragraph, changes: paragraph })
    .default({ date: '', participants: '', findings: '', changes: '' }),
  translation: z
    .object({ languages: line, method: line, reviewer: line, note: paragraph })
    .default({ languages: '', method: '', reviewer: '', note: '' }),
  incentives: z
    .object({ kind: line, value: line, conditions: paragraph })
    .default({ kind: '', value: '', conditions: '' }),
  /** Where people were asked, and in which words, channel by channel. */
  sources: paragraph,
  invitationWording: paragraph,
  limitations: paragraph,
  archive: line,
  retention: z
    .object({
      /** Days after closing on which identifiers are stripped, receipts included: until then one may withdraw. */
      identifiersDays: z.number().int().min(1).max(90),
      /** Years after closing for which raw answers are kept at least. */
      answersYears: z.number().int().min(2).max(100),
    })
    .default({ identifiersDays: 90, answersYears: 2 }),
})
export type SurveyRecord = z.infer<typeof SurveyRecord>

/** When what is kept, and what has been taken away. */
export interface Retention {
  identifiersUntil: string | null
  strippedAt: string | null
  answersUntil: string | null
}

/** `GET /api/surveys/{survey}/records` */
export interface RecordsPage {
  record: SurveyRecord
  retention: Retention
}

/** `GET /api/surveys/{survey}/records.json`: all that ISO 20252 asks to keep, in one file. */
export interface RecordsFile {
  survey: string
  title: { zh: string; en: string }
  region: { code: string; name: { zh: string; en: string } }
  round: string
  madeUp: boolean
  madeAt: string
  program: { name: string; version: string }
  record: SurveyRecord
  retention: Retention
  questionnaire: { id: string; version: number; sha256: string; languages: string[]; items: number }
  legalMarks: Record<string, string>
  fieldwork: { state: string; opensAt: string | null; closesAt: string | null; channels: string[] }
  sample: {
    accepted: number
    overQuota: number
    excluded: number
    withdrawn: number
    screenedOut: number
    invitations: { batch: string; dispositions: Partial<Record<Disposition, number>> }[]
    visits: { event: string; page: number; count: number }[]
  }
  quotas: { id: string; variables: string[]; categories: string[]; target: number; policy: string; taken: number }[]
  margins: { variables: string[]; source: { zh: string; en: string } }[]
  decisions: { zh: string; en: string }[]
  quality: { rules: unknown; excludedByReason: { reason: string; responses: number }[] }
  /** null where there are too few for a score. */
  weighting: unknown
  /** Everything that was done with the survey but single responses, oldest first. */
  log: { at: string; account: string | null; action: string; detail: unknown }[]
}
