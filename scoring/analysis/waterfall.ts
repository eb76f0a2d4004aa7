import type { RegionResult } from '../result/result.ts'
import type { Scheme } from '../standard/scheme.ts'
import type { Text } from '../text.ts'
import { floor } from './contributions.ts'

/** A step on the way from 0 to the total. */
export interface FallStep {
  /** Dimension, or `floor`. */
  id: string
  name: Text
  kind: 'objective' | 'subjective' | 'deduction' | 'floor'
  /** Points of the total, negative where they are taken off; null: something is missing. */
  points: number | null
  /** Where it begins and ends; what is missing counts as nothing here. */
  from: number
  to: number
}

/** The total step by step: objective dimensions, survey, deductions. The last step ends at it where nothing is missing. */
export function waterfallOf(scheme: Scheme, result: RegionResult): FallStep[] {
  const ordered = (['objective', 'subjective', 'deduction'] as const).flatMap((kind) =>
    scheme.dimensions.filter((dimension) => dimension.kind === kind),
  )
  let at = 0
  const step = (rest: Omit<FallStep, 'from' | 'to'>): FallStep => {
    const from = at
    at += rest.points ?? 0
    return { ...rest, from, to: at }
  }
  const steps = ordered.map(({ id, name, kind, weight }) => {
    const score = kind === 'deduction' ? result.deductions.total : (result.dimensions[id] ?? null)
    const points = score === null ? null : kind === 'deduction' ? 0 - score : (score * weight) / 100
    return step({ id, name, kind, points })
  })
  return result.totalRaw !== null && result.totalRaw < 0
    ? [...steps, step({ id: 'floor', name: floor, kind: 'floor', points: -result.totalRaw })]
    : steps
}
