import { palette } from './palette.ts'

/** One step of a waterfall, on the screen and on paper. */
export interface WaterfallStep {
  label: string
  kind: 'objective' | 'subjective' | 'deduction' | 'floor' | 'total'
  /** Points of the total, 0–100. */
  from: number
  to: number
  /** What stands beside it, e.g. `+12.30`. */
  said: string
}

export const waterfallColours: Record<WaterfallStep['kind'], string> = {
  objective: palette.main,
  subjective: palette.good,
  deduction: palette.bad,
  floor: palette.muted,
  total: palette.ink,
}
