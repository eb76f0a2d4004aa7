import type { Departments } from '../../../scoring/analysis/departments.ts'
import type { ImportanceMatrix } from '../../../scoring/analysis/importance.ts'
import type { ScoreRow } from '../../../scoring/objective/checkScores.ts'
import type { FactRow } from '../../../scoring/objective/entry.ts'
import type { Scheme } from '../../../scoring/standard/scheme.ts'
import type { Alternative } from '../../../scoring/subjective/alternatives.ts'
import type { SubjectiveScore } from '../../../scoring/subjective/score.ts'
import type { GroupScore } from '../../../scoring/subjective/scoreGroups.ts'
import type { Text } from '../../../scoring/text.ts'
import type { IndicatorSource, RegionError, RegionResult } from '../../shapes/evaluation.ts'
import type { VariableShares } from '../../shapes/monitor.ts'
import type { SurveyParticipation } from '../../shapes/participation.ts'
import type { Evidence } from '../evidence.ts'

/** What the files of a result are made from: one region or many, of one scheme. */
export interface ResultBook {
  scheme: Scheme
  standard: string
  options: { normalizeShares: boolean }
  regions: BookRegion[]
  /** Made-up data are marked as such in every file. */
  madeUp: boolean
  /** ISO 8601. */
  computedAt: string
}

export interface BookRegion {
  code: string
  /** In the language of the file; empty where only the code is known. */
  name: string
  errors: RegionError[]
  /** null where there are errors. */
  result: RegionResult | null
  /** Where the score of each L2 comes from. */
  sources: Record<string, IndicatorSource>
  /** The survey in full, where Tiyan carried it out. */
  survey: SubjectiveScore | null
  /** What the result rests on; only where one region is exported. */
  background?: ResultBackground
}

/** The data behind one region's result. */
export interface ResultBackground {
  facts: readonly (FactRow & Evidence)[]
  scores: readonly ScoreRow[]
  fieldwork: Fieldwork | null
  /** Which department answers for what, as entered, else as noted with the facts; of a frozen result as of then. */
  departments: Departments
}

/** The survey behind it, where Tiyan carried it out. */
export interface Fieldwork {
  shares: VariableShares[]
  groups: { label: Text; groups: GroupScore[] }[]
  alternatives: Alternative[]
  /** What people want improved; null: not known of an older frozen result. */
  importance: ImportanceMatrix | null
  decisions: Text[]
  participation: SurveyParticipation | null
}
