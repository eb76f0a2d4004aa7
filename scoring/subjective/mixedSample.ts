import { combineIndependent } from './independent.ts'
import type { Estimate, SampleKind, SubjectiveScore } from './score.ts'

/** The score of a survey with a probability sample and an open one beside it, each calibrated on its own. */
export interface MixedScore extends Estimate {
  kind: SampleKind
  /** Share of the probability part in the score: 1 where it stands alone. */
  share: number
  nEffective: number
  dimensions: (Estimate & { code: string })[]
  items: (Estimate & { name: string })[]
  /** Always printed. */
  parts: { probability: SubjectiveScore; model: SubjectiveScore }
}

/**
 * The probability part if it alone may be published, else both combined by a share fixed before the survey opened; what is
 * combined is model-based.
 * @param share of the probability part in a combined score, 0…1
 * @param standsAlone whether the probability part meets the publication threshold
 * @throws RangeError for a share outside 0…1, or parts of different questionnaires
 */
export function mixSamples(
  probability: SubjectiveScore,
  model: SubjectiveScore,
  { share: agreed, standsAlone }: { share: number; standsAlone: boolean },
): MixedScore {
  if (!(agreed >= 0 && agreed <= 1)) throw new RangeError('the share of the probability part must be from 0 to 1')
  const share = standsAlone ? 1 : agreed
  const mix = (a: Estimate, b: Estimate): Estimate => {
    const parts = [
      { estimate: a, degreesOfFreedom: probability.degreesOfFreedom, coefficient: share },
      { estimate: b, degreesOfFreedom: model.degreesOfFreedom, coefficient: 1 - share },
    ].filter(({ coefficient }) => coefficient > 0)
    const { value, se, interval } = combineIndependent(parts)
    return { n: (share > 0 ? a.n : 0) + (share < 1 ? b.n : 0), score: value, se, interval }
  }
  return {
    ...mix(probability, model),
    kind: standsAlone ? 'probability' : 'model',
    share,
    nEffective: 1 / (squared(share, probability.nEffective) + squared(1 - share, model.nEffective)),
    dimensions: probability.dimensions.map((own) => ({
      code: own.code,
      ...mix(own, counterpart(model.dimensions.find(({ code }) => code === own.code))),
    })),
    items: probability.items.map((own) => ({
      name: own.name,
      ...mix(own, counterpart(model.items.find(({ name }) => name === own.name))),
    })),
    parts: { probability, model },
  }
}

/** Variance of a share of a mean of `nEffective` answers, in units of theirs. */
const squared = (share: number, nEffective: number) => (share === 0 ? 0 : share ** 2 / nEffective)

function counterpart<T>(found: T | undefined): T {
  if (found === undefined) throw new RangeError('the two parts answered different questionnaires')
  return found
}
