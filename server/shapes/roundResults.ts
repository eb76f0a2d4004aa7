import type { Text } from '../../scoring/text.ts'
import type { EvaluationState, RegionResult, SchemeId } from './evaluation.ts'

/** One region of a round, by its newest frozen result. */
export interface RegionOfRound {
  evaluation: string
  region: { code: string; name: Text }
  scheme: SchemeId
  /** As in GB/T 2260, e.g. 地级市. */
  rank: string
  /** From the code of GB/T 2260; null for other codes. */
  province: Text | null
  /** Residents by the margins of its survey; null where Tiyan did not carry it out. */
  population: number | null
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
