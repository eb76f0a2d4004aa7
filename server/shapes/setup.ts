import { z } from 'zod'
import type { Text } from '../../scoring/text.ts'
import { channels } from './channel.ts'
import { quotaPolicies } from './monitor.ts'
import { QuestionnaireId } from './questionnaire.ts'
import { Id, NewRound, Words } from './round.ts'

const Code = z.string().regex(/^[^|\s][^|]{0,99}$/)
const Name = z.string().min(1).max(60)

/** The id of a survey stands in the address that residents type. */
const SurveyId = z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/)

export const NewRegion = z.object({
  code: Id,
  name: Words,
  scheme: z.enum(['city', 'county']),
  rank: z.string().trim().min(1).max(40),
})
export type NewRegion = z.infer<typeof NewRegion>

const Variable = z.object({
  name: Name,
  label: Words,
  question: Name,
  categories: z
    .array(
      z.object({
        code: Code,
        label: Words,
        values: z.array(z.union([z.string(), z.number()])).max(500),
        folded: z.boolean().exactOptional(),
      }),
    )
    .min(1)
    .max(500),
})

const Margin = z.object({
  variables: z.array(Name).min(1).max(4),
  counts: z.array(z.object({ categories: z.array(Code), count: z.number().min(0).max(2e9) })).max(5000),
  source: Words,
})

const Calibration = z.discriminatedUnion('method', [
  z.object({ method: z.literal('none') }),
  z.object({
    method: z.literal('rake'),
    margins: z.array(z.number().int().min(0)).max(20),
    populationTotal: z.number().positive(),
    trim: z
      .object({
        lower: z.number().positive().max(1),
        upper: z.number().min(1).max(100),
        cycles: z.number().int().min(1).max(1000),
      })
      .exactOptional(),
  }),
])

const Design = z.object({
  variables: z.array(Variable).max(10),
  margins: z.array(Margin).max(20),
  calibration: Calibration,
  sampling: z
    .object({
      stratum: Name.exactOptional(),
      population: z.record(z.string(), z.number().positive()).exactOptional(),
    })
    .exactOptional(),
  forms: z.object({ variable: Name, asks: z.record(z.string(), z.array(Name)) }).exactOptional(),
  decisions: z.array(Words).max(50),
  /** Absent: `probability` where answers come by invitation alone, else `model`. */
  sample: z.enum(['probability', 'model', 'mixed']).exactOptional(),
  drawnShare: z.number().min(0).max(1).exactOptional(),
})

const Quota = z.object({
  id: z.string().min(1).max(200),
  variables: z.array(Name).min(1).max(4),
  categories: z.array(Code).min(1).max(4),
  target: z.number().int().min(0).max(100_000_000),
  policy: z.enum(quotaPolicies),
  tolerance: z.number().int().min(0).max(100).exactOptional(),
})

const flagPoints = z.number().int().min(0).max(10)

const Quality = z.object({
  reading: z.object({
    characters: z.number().min(1).max(1000),
    words: z.number().min(1).max(1000),
    choosing: z.number().min(0).max(60_000),
  }),
  medianShare: z.number().min(0).max(1),
  fewestForMedian: z.number().int().min(1).max(100_000),
  straightLine: z.object({ fewest: z.number().int().min(2).max(500), spreadShare: z.number().min(0).max(1) }),
  identical: z.object({ ratings: z.number().int().min(1).max(500), times: z.number().int().min(2).max(10_000) }),
  burst: z.object({ fewest: z.number().int().min(1).max(100_000), factor: z.number().min(1).max(1000) }),
  regular: z.object({ variation: z.number().min(0).max(1), fewestTimes: z.number().int().min(2).max(500) }),
  points: z.object({
    'too-fast': flagPoints,
    untimed: flagPoints,
    fast: flagPoints,
    'straight-line': flagPoints,
    'near-straight': flagPoints,
    attention: flagPoints,
    contradictory: flagPoints,
    'same-device': flagPoints,
    identical: flagPoints,
    burst: flagPoints,
    regular: flagPoints,
  }),
  threshold: z.number().int().min(1).max(50),
})

const mark = z.string().trim().max(200)

const Welcome = z.object({
  organiser: Words,
  purpose: Words,
  minutes: z.number().int().min(1).max(120),
  contact: Words,
  legalMarks: z.object({
    formNumber: mark,
    issuedBy: mark,
    documentNumber: mark,
    approvedBy: mark,
    approvalNumber: mark,
    validUntil: mark,
  }),
})

export const PublicationThreshold = z.object({
  respondents: z.number().int().min(1).max(10_000_000),
  effectiveShare: z.number().min(0).max(1),
})

const Settings = z.object({
  welcome: Welcome,
  overQuota: z.enum(['end', 'continue']),
  madeUp: z.boolean(),
  placeRequired: z.boolean().exactOptional(),
  proofOfWork: z.boolean().exactOptional(),
  graceHours: z.number().int().min(0).max(168).exactOptional(),
  channels: z.array(z.enum(channels)).min(1).exactOptional(),
  quality: Quality.exactOptional(),
  publication: PublicationThreshold.exactOptional(),
})

const Moment = z.iso.datetime({ offset: true })

/** `POST /api/setup/surveys` and `POST /api/setup/check`: everything that is decided about a survey before it opens. */
export const NewSurvey = z.object({
  id: SurveyId,
  title: Words,
  /** An existing round, or a new one. */
  round: NewRound,
  region: NewRegion,
  questionnaire: z.object({ id: QuestionnaireId, version: z.number().int().min(1) }),
  design: Design,
  quotas: z.array(Quota).max(2000),
  settings: Settings,
  /** null: at once. */
  opensAt: Moment.nullable(),
  /** null: when somebody closes it. */
  closesAt: Moment.nullable(),
})
export type NewSurvey = z.infer<typeof NewSurvey>

export const DraftId = z.string().regex(/^[a-z0-9-]{1,60}$/)

/** `PUT /api/setup/drafts/{id}`: whatever the console keeps of an unfinished survey or questionnaire. */
export const SetupDraft = z.object({
  kind: z.enum(['survey', 'questionnaire']),
  title: z.string().max(200),
  content: z.record(z.string(), z.unknown()),
})
export type SetupDraft = z.infer<typeof SetupDraft>

/** One row of `GET /api/setup/drafts`. */
export interface DraftSummary {
  id: string
  kind: SetupDraft['kind']
  title: string
  savedAt: string
}

/** Made-up residents of a dry run. */
export const DryRun = z.object({
  survey: NewSurvey,
  responses: z.number().int().min(1).max(1000),
  seed: z.number().int().min(0).max(1_000_000).default(1),
})

/** What came of a dry run; nothing of it is kept. */
export interface DryRunReport {
  sent: number
  accepted: number
  overQuota: number
  /** How often each refusal came, by its code. */
  refused: Record<string, number>
  quotas: { label: Text; target: number; taken: number }[]
  /** null: too few to say something. */
  score: number | null
  cautions: Text[]
}

/** One row of a table of population figures, as it was read. */
export interface PopulationRow {
  row: number
  /** One, or several crossed. */
  variables: string[]
  categories: string[]
  count: number
}

/** `POST /api/setup/rounds/{round}/surveys`: what was made of a table. */
export interface SurveysCreated {
  surveys: { row: number; region: string; survey: string }[]
}
