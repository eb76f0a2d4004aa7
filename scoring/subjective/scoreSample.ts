import type { SurveyDesign } from '../sampling/design.ts'
import { lengthOf, type Tally } from '../sampling/tally/tally.ts'
import type { Text } from '../text.ts'
import type { SurveyData } from './basis.ts'
import { mixSamples } from './mixedSample.ts'
import { type PublicationThreshold, standsAlone } from './publication.ts'
import type { Caution, SubjectiveScore } from './score.ts'
import { scoreSurvey } from './scoreSurvey.ts'

/** A survey with what its kind of sample needs. */
export interface SampledSurvey extends SurveyData {
  /** Of a mixed sample: the tally of its drawn persons, who are in `tally` too. */
  drawn?: Tally | null
  /** Agreed before the survey opened; the drawn part of a mixed sample stands alone where it meets it. */
  publication?: PublicationThreshold | undefined
}

/** Where nothing else was agreed, both parts count alike. */
const usualShare = 0.5

/**
 * The survey score under the name that its sample gives it: a drawn one has confidence intervals, volunteers a
 * model-based one; of a mixed sample the drawn part if it alone may be published, else both by the agreed share.
 * @throws RangeError where tally, design and key don't belong together, or a mixed sample comes without its drawn part
 */
export function scoreSample(sampled: SampledSurvey): SubjectiveScore {
  const { drawn: _, publication, ...data } = sampled
  const { sample = 'model', drawnShare = usualShare } = data.design
  if (sample !== 'mixed') return scoreSurvey({ ...data, kind: sample })
  const parts = partsOfMixed(sampled)
  const probability = scoreSurvey({ ...parts.probability, kind: 'probability' })
  const model = scoreSurvey({ ...parts.model, kind: 'model' })
  return official(probability, model, drawnShare, standsAlone(probability, publication))
}

/** What is calibrated on its own, with its share in the score. */
export interface SamplePart {
  data: SurveyData
  share: number
}

/**
 * The samples that make the score, as `scoreSample` takes them: one, or of a mixed sample both, if its drawn part does
 * not stand alone. Whatever else is estimated of the survey is combined by the same shares.
 * @throws RangeError where a mixed sample comes without its drawn part
 */
export function partsOf(sampled: SampledSurvey): SamplePart[] {
  const { drawn: _, publication, ...data } = sampled
  const { sample = 'model', drawnShare = usualShare } = data.design
  if (sample !== 'mixed') return [{ data, share: 1 }]
  const { probability, model } = partsOfMixed(sampled)
  const alone = standsAlone(scoreSurvey({ ...probability, kind: 'probability' }), publication)
  const share = alone ? 1 : drawnShare
  return [
    { data: probability, share },
    { data: model, share: 1 - share },
  ].filter((part) => part.share > 0)
}

function partsOfMixed({ drawn, publication: _, ...data }: SampledSurvey): {
  probability: SurveyData
  model: SurveyData
} {
  if (!drawn) throw new RangeError('the drawn part of a mixed sample is missing')
  return {
    probability: { ...data, tally: drawn },
    model: { ...data, tally: volunteersOf(data.tally, drawn), design: withoutSampling(data.design) },
  }
}

function official(
  probability: SubjectiveScore,
  model: SubjectiveScore,
  drawnShare: number,
  alone: boolean,
): SubjectiveScore {
  const { share, parts, dimensions, items, ...mix } = mixSamples(probability, model, {
    share: drawnShare,
    standsAlone: alone,
  })
  const mixed = { share, parts }
  if (alone) return { ...probability, mixed }
  const respondents = probability.respondents + model.respondents
  const between = (a: number, b: number) => share * a + (1 - share) * b
  return {
    ...{ rule: 'SR-1', kind: mix.kind, n: respondents, respondents },
    ...{ score: mix.score, se: mix.se, interval: mix.interval },
    nEffective: mix.nEffective,
    designEffect: mix.nEffective > 0 ? respondents / mix.nEffective : 1,
    degreesOfFreedom: probability.degreesOfFreedom + model.degreesOfFreedom,
    calibration: bothCalibrations(probability.calibration, model.calibration),
    dimensions: probability.dimensions.map((own, at) => ({ ...own, ...dimensions[at] })),
    items: probability.items.map((own, at) => {
      const other = model.items[at] ?? own
      return {
        ...own,
        ...items[at],
        weight: between(own.weight, other.weight),
        dontKnowRate:
          own.dontKnowRate === null || other.dontKnowRate === null
            ? (own.dontKnowRate ?? other.dontKnowRate)
            : between(own.dontKnowRate, other.dontKnowRate),
      }
    }),
    cautions: [...ofPart(probability, drawnPart), ...ofPart(model, openPart)],
    mixed,
  }
}

const bothCalibrations = (
  a: SubjectiveScore['calibration'],
  b: SubjectiveScore['calibration'],
): SubjectiveScore['calibration'] => ({
  method: a.method,
  converged: a.converged && b.converged,
  sweeps: Math.max(a.sweeps, b.sweeps),
  largestGap: Math.max(a.largestGap, b.largestGap),
  trimCycles: a.trimCycles === null ? null : Math.max(a.trimCycles, b.trimCycles ?? 0),
  sumOfWeights: a.sumOfWeights,
  smallestWeight: Math.min(a.smallestWeight, b.smallestWeight),
  largestWeight: Math.max(a.largestWeight, b.largestWeight),
  withoutValue: Object.fromEntries(
    Object.entries(a.withoutValue).map(([name, count]) => [name, count + (b.withoutValue[name] ?? 0)]),
  ),
})

const drawnPart = { code: 'drawn', name: { zh: '随机抽取部分', en: 'Drawn part' } }
const openPart = { code: 'open', name: { zh: '自愿参加部分', en: 'Volunteers' } }

const ofPart = ({ cautions }: SubjectiveScore, { code, name }: { code: string; name: Text }): Caution[] =>
  cautions.map(({ subject, text, ...rest }) => ({
    ...rest,
    subject: subject === '' ? code : `${code}:${subject}`,
    text: { zh: `${name.zh}：${text.zh}`, en: `${name.en}: ${text.en}` },
  }))

/** Volunteers were not drawn: they have no strata and no share of the population that was asked. */
function withoutSampling({ sampling: _, ...design }: SurveyDesign): SurveyDesign {
  return design
}

/** What remains of a tally without those who are in another one. */
export function volunteersOf(all: Tally, drawn: Tally): Tally {
  const rest: Tally = { ...all, cells: new Map() }
  for (const [cell, weights] of all.cells)
    for (const [baseWeight, counts] of weights) {
      const others = drawn.cells.get(cell)?.get(baseWeight) ?? new Float64Array(lengthOf(all.items.length))
      if (counts[0] === others[0]) continue
      const own = rest.cells.get(cell) ?? new Map<number, Float64Array>()
      rest.cells.set(
        cell,
        own.set(
          baseWeight,
          counts.map((count, at) => count - others[at]!),
        ),
      )
    }
  return rest
}
