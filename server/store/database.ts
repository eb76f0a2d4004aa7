import type { Generated, Kysely, Transaction } from 'kysely'
import type { EvaluationState, InputKind, SchemeId } from '../shapes/evaluation.ts'
import type { QuotaPolicy } from '../shapes/monitor.ts'
import type { Role } from '../shapes/session.ts'
import type { SurveyState } from '../shapes/survey.ts'
import type { AlertDeliveryTable, AlertSettingsTable, AlertTable } from './alerts.ts'
import type { AuditTable } from './audit.ts'
import type { BucketTable } from './buckets.ts'
import type { CommentNoteTable } from './comments.ts'
import type { PublicationDecisionTable } from './decisions.ts'
import type { DraftTable } from './drafts.ts'
import type { InterviewerTable } from './interviewers.ts'
import type { InvitationBatchTable, InvitationTable } from './invitations.ts'
import type { JobTable } from './jobs.ts'
import type { CommitNoteTable } from './notes.ts'
import type { OpeningTable } from './openings.ts'
import type { OpenResultTable } from './openResults.ts'
import type { PersonTable } from './people.ts'
import type { PlaceTable } from './places.ts'
import type { ProgressTable } from './progress.ts'
import type { UsedProofTable } from './proofs.ts'
import type { QualityRulesTable, QualityScanTable } from './quality.ts'
import type { CutReceiptTable, SurveyRecordTable } from './records.ts'
import type { DepartmentTable, RegionProfileTable } from './regions.ts'
import type { RoundExportFileTable, RoundExportTable } from './roundExports.ts'
import type { SeatBlockTable } from './seatBlocks.ts'
import type { SettingTable } from './settings.ts'
import type { SetupDraftTable } from './setup.ts'
import type { EvaluationStepTable, ResultFileTable } from './steps.ts'
import type { TraceTable } from './traces.ts'

// Text, integers and doubles only, JSON as text, moments as ISO 8601 UTC, truth as 0 or 1:
// so that SQLite and PostgreSQL hold the same and run the same queries.

/** An evaluation campaign over many regions. */
export interface RoundTable {
  id: string
  name: string
  made_up: number
  created_at: string
}

export interface RegionTable {
  code: string
  name: string
  scheme: SchemeId
  /** As in GB/T 2260, e.g. prefecture, county; printed with results. */
  rank: string
}

/** One region in one round. */
export interface EvaluationTable {
  id: string
  round_id: string
  region_code: string
  scheme: SchemeId
  state: EvaluationState
}

/** A published version; its content never changes. */
interface QuestionnaireTable {
  id: string
  version: number
  content: string
  content_hash: string
  published_at: string
}

export interface SurveyTable {
  id: string
  round_id: string
  evaluation_id: string
  questionnaire_id: string
  questionnaire_version: number
  title: string
  /** JSON of SurveySettings. */
  settings: string
  /** JSON of SurveyDesign without its margins. */
  design: string
  state: SurveyState
  opens_at: string | null
  closes_at: string | null
  /** Screened out on arrival: counted, not stored. */
  screened_out: number
  created_at: string
  /** Grows with every change of a quota's target or policy. */
  quota_revision: Generated<number>
}

/** One count of a margin; the categories of an interlocked one stand in the order of its variables. */
export interface MarginTable {
  round_id: string
  survey_id: string
  margin: number
  position: number
  variables: string
  categories: string
  count: number
  source: string
}

export interface QuotaTable {
  round_id: string
  survey_id: string
  id: string
  position: number
  variables: string
  categories: string
  policy: QuotaPolicy
  /** Per cent over the target that `tolerate` allows. */
  tolerance: number
  target: number
  /** Accepted responses. */
  taken: number
  /** Seats held by people who are answering. */
  held: number
}

type ResponseOutcome = 'counted' | 'over-quota'

/** One person's answers; never updated, only erased by withdrawal. */
export interface ResponseTable {
  round_id: string
  survey_id: string
  id: string
  /** JSON as SurveyJS gave it; null after withdrawal. */
  answers: string | null
  content_hash: string
  /** One character an item in the order of the scoring key: the code 1–5, 7 = 97, 8 = 98, 9 = 99; null after withdrawal. */
  codes: string | null
  cell: string
  base_weight: number
  channel: string
  locale: string
  outcome: ResponseOutcome
  /** The quota that put it over. */
  deciding_quota: string | null
  receipt: string
  received_at: string
}

export type MarkKind = 'excluded' | 'restored' | 'withdrawn' | 'promoted'

/** What was decided about a response later; the newest prevails. */
interface ResponseMarkTable {
  round_id: string
  survey_id: string
  response_id: string
  position: number
  kind: MarkKind
  reason: string
  marked_by: string | null
  marked_at: string
}

/** A version of what was put in for an evaluation: its facts, its imported scores, or its imported survey score. */
export interface InputVersionTable {
  evaluation_id: string
  kind: InputKind
  version: number
  content: string
  put_by: string
  put_at: string
}

/** A frozen computation. */
export interface ResultTable {
  evaluation_id: string
  version: number
  content: string
  content_hash: string
  frozen_by: string
  frozen_at: string
}

export interface AccountTable {
  name: string
  password_hash: string
  disabled: number
  created_at: string
}

interface AccountRoleTable {
  account: string
  role: Role
  /** A region's code, or `*` for all. */
  region: string
}

interface SessionTable {
  /** Of the cookie's token, which itself is not kept. */
  token_hash: string
  account: string
  csrf: string
  expires_at: string
}

export interface Tables {
  round: RoundTable
  region: RegionTable
  region_profile: RegionProfileTable
  department: DepartmentTable
  evaluation: EvaluationTable
  questionnaire: QuestionnaireTable
  survey: SurveyTable
  margin: MarginTable
  /** `lent`: seats that servers were lent, see SeatBlockTable. */
  quota: QuotaTable & { lent: Generated<number> }
  place: PlaceTable
  invitation_batch: InvitationBatchTable
  invitation: InvitationTable
  person: PersonTable
  trace: TraceTable
  quality_rules: QualityRulesTable
  quality_scan: QualityScanTable
  used_proof: UsedProofTable
  draft: DraftTable
  progress: ProgressTable
  opening: OpeningTable
  interviewer: InterviewerTable
  response: ResponseTable
  response_mark: ResponseMarkTable
  comment_note: CommentNoteTable
  alert: AlertTable
  survey_record: SurveyRecordTable
  cut_receipt: CutReceiptTable
  alert_settings: AlertSettingsTable
  alert_delivery: AlertDeliveryTable
  input_version: InputVersionTable
  result: ResultTable
  result_file: ResultFileTable
  publication_decision: PublicationDecisionTable
  evaluation_step: EvaluationStepTable
  open_result: OpenResultTable
  round_export: RoundExportTable
  round_export_file: RoundExportFileTable
  account: AccountTable
  account_role: AccountRoleTable
  session: SessionTable
  audit: AuditTable
  setting: SettingTable
  setup_draft: SetupDraftTable
  seat_block: SeatBlockTable
  commit_note: CommitNoteTable
  job: JobTable
  bucket: BucketTable
}

/** The store, inside or outside a transaction. */
export type Store = Kysely<Tables> | Transaction<Tables>
