import type { Text } from '../../scoring/text.ts'
import type { EvaluationState, RegionResult, SchemeId } from './evaluation.ts'
import type { RegionProfile } from './region.ts'

/** One region of a round, by its newest frozen result. */
export interface RegionOfRound {
  evaluation: string
  region: { code: string; name: Text }
  scheme: SchemeId
  /** As in GB/T 2260, e.g. 地级市. */
  rank: string
  /** As entered, else from the code of GB/T 2260; null: unknown. */
  province: Text | null
  /** Residents: as entered, else by the margins of its survey; null: unknown. */
  population: number | null
  /** What was entered about it. */
  entered: RegionProfile
  state: EvaluationState
  /** The frozen result that is shown, null: the one as of now, as none has been frozen yet. */
  version: number | null
  /** null where the data have errors. */
  result:
    | (Pick<
        RegionResult,
        'indicators' | 'dimensions' | 'objective' | 'subjective' | 'total' | 'complete' | 'bounds' | 'uncertainty'
      > & { deductions: number | null })
    | null
}

/** `GET /api/rounds/{round}/results` */
export interface RoundResults {
  id: string
  name: Text
  madeUp: boolean
  regions: RegionOfRound[]
}
