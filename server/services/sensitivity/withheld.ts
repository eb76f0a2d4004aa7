import { respondentsIn, type Tally } from '../../../scoring/sampling/tally/tally.ts'
import { defaultRules } from '../../../scoring/subjective/rules.ts'
import { fewestApart } from '../../../scoring/subjective/suppression.ts'
import type { Withheld } from '../../shapes/sensitivity.ts'

/** Who is in a sample, told by what it differs in from the responses of the score. */
export interface Composed {
  tally: Tally
  /** The channel that is left out. */
  left: Tally | null
  /** Ids of the responses that are added. */
  added: ReadonlySet<string>
}

/**
 * Which samples' figures are withheld: those of fewer people than a group needs, and those that few people set apart from
 * one that is shown before them. An attack by more than a few stays visible.
 */
export function withheldOf(samples: Composed[]): (Withheld | null)[] {
  const shown: Composed[] = []
  return samples.map((sample) => {
    if (respondentsIn(sample.tally) < defaultRules.fewestInGroup) return 'few-respondents'
    const apart = Math.min(...shown.map((other) => apartFrom(sample, other)))
    if (apart > 0 && apart < fewestApart) return 'few-apart'
    shown.push(sample)
    return null
  })
}

/** People who are in one of two samples and not in the other. */
function apartFrom(a: Composed, b: Composed): number {
  const left = a.left === b.left ? 0 : sizeOf(a.left) + sizeOf(b.left)
  const both = [...a.added].filter((id) => b.added.has(id)).length
  return left + a.added.size + b.added.size - 2 * both
}

const sizeOf = (tally: Tally | null) => (tally ? respondentsIn(tally) : 0)
