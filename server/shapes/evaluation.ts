import { z } from 'zod'
import type { Departments } from '../../scoring/analysis/departments.ts'
import type { ImportanceMatrix } from '../../scoring/analysis/importance.ts'
import type { IndicatorSource, RegionResult } from '../../scoring/result/result.ts'
import type { SubjectiveScore } from '../../scoring/subjective/score.ts'
import type { Text } from '../../scoring/text.ts'
import type { PublicationDecision } from './decision.ts'
import type { SurveyParticipation } from './participation.ts'
import type { ScanReport } from './quality.ts'
import type { Role } from './session.ts'

export type SchemeId = 'city' | 'county'
export type EvaluationState = 'draft' | 'submitted' | 'accepted' | 'computed' | 'published'

/** What brings an evaluation from one state to the next. */
export type StepAction = 'submit' | 'return' | 'accept' | 'compute' | 'publish' | 'correct'

/** A step that can be taken in the present state: by holders of one of these roles. */
export interface NextStep {
  action: StepAction
  roles: readonly Role[]
  /** Why must be said. */
  needsRemark: boolean
}

/** What `POST /api/evaluations/{id}/{action}` takes. */
export const StepRequest = z.object({ remark: z.string().trim().max(5000).default('') })

/** One entry of `GET /api/evaluations/{id}/steps`, the newest first. */
export interface EvaluationStep {
  action: StepAction
  from: EvaluationState
  to: EvaluationState
  by: string
  at: string
  /** Empty where nothing was said. */
  remark: string
  /** The frozen result that was computed or published. */
  resultVersion: number | null
}

/** One row of `GET /api/evaluations/{id}/versions`: a frozen result, the newest first. */
export interface ResultVersion {
  version: number
  frozenAt: string
  frozenBy: string
  /** SHA-256 of the frozen document. */
  contentHash: string
  total: number | null
  /** null where it was never published. */
  published: { at: string; by: string; remark: string } | null
  /** Why what was published before was corrected; null where this is no correction. */
  reason: string | null
}

/** What is put in for an evaluation: its facts, imported scores of L2s and items, an imported survey score. */
export type InputKind = 'facts' | 'scores' | 'survey-score'

/** One row of `GET /api/evaluations`. */
export interface EvaluationSummary {
  id: string
  round: string
  region: { code: string; name: Text }
  scheme: SchemeId
  state: EvaluationState
  /** Id of its survey, null where the survey score is imported or missing. */
  survey: string | null
  madeUp: boolean
}

/** `GET /api/evaluations/{id}` */
export interface Evaluation extends EvaluationSummary {
  roundName: Text
  /** Version numbers of what has been put in so far; null: nothing yet. */
  factsVersion: number | null
  scoresVersion: number | null
  /** The newest frozen result, null while there is none; and the one that is published. */
  resultVersion: number | null
  publishedVersion: number | null
  /** Whether everybody sees the published result under `/open/{id}`. */
  open: boolean
  /** Grows with every step and every new version of what is put in; also the ETag. */
  revision: number
  /** Who computed the newest frozen result; somebody else has to publish it. */
  computedBy: string | null
  /** What can be done in the present state. */
  next: NextStep[]
  importedSurveyScore: { score: number; se: number | null; kind: 'probability' | 'model' } | null
  /** What is no error, but good to know: that the rank of the region asks for the other scheme. */
  notes: Text[]
}

/** What a `PUT …/facts` or `…/scores` answers. */
export interface ImportReceipt {
  version: number
  /** Rows read. */
  rows: number
  /** L2s that have data from this file. */
  indicators: string[]
  /** What is no problem, but good to know, e.g. that a sheet was left out. */
  notes: Text[]
}

export type { IndicatorSource, RegionResult }

/** What may be chosen about a computation; named in every result (R59). */
export interface ResultOptions {
  normalizeShares: boolean
}

export interface RegionError {
  item: string
  key: string | null
  reason: string
  row: number | null
  message: Text
}

/** `GET /api/evaluations/{id}/result` */
export interface ResultDocument {
  scheme: SchemeId
  standard: string
  options: ResultOptions
  regions: {
    region: string
    errors: RegionError[]
    result: RegionResult | null
    /** By L2. */
    sources: Record<string, IndicatorSource>
    /** The survey behind `subjective`, where Tiyan carried it out. */
    survey: SubjectiveScore | null
  }[]
  madeUp: boolean
  computedAt: string
  /** To publish the survey score in spite of something; of a published version those until its publication. */
  decisions: PublicationDecision[]
  /** How people took part in the survey; null where Tiyan did not carry it out. */
  participation: SurveyParticipation | null
}

interface HashedInput {
  version: number
  sha256: string
}

/** Versions and SHA-256 of everything that a frozen result was made from; null where there was none. */
export interface FrozenInputs {
  facts: HashedInput | null
  scores: HashedInput | null
  surveyScore: HashedInput | null
  survey: {
    id: string
    questionnaire: HashedInput & { id: string }
    designSha256: string
    /** The scan at closing that decided who counts; null: no quality rules, or not closed yet. */
    closingScan: ScanReport | null
  } | null
}

/** `GET /api/evaluations/{id}/result?version=N`: a frozen one. */
export interface FrozenResult extends ResultDocument {
  version: number
  frozenAt: string
  frozenBy: string
  inputs: FrozenInputs
  program: { name: string; version: string }
  /** Which department answered for what then; null: frozen by a program that did not keep it. */
  departments: Departments | null
  /** What people wanted improved then; null: no survey of Tiyan's own, or frozen by a program that did not keep it. */
  importance: ImportanceMatrix | null
  /** SHA-256 of the frozen document. */
  contentHash: string
}
