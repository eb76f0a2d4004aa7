import type { ScoringKey } from '../scoring/subjective/key.ts'
import { isJson, type Json } from './answers/json.ts'
import type { Refusal } from './answers/refusal.ts'
import { textOf } from './answers/text.ts'
import { type Dimension, dimensionsOf } from './dimensions.ts'
import { type Rated, ratedQuestions } from './rated.ts'

/** A questionnaire has no score, because its scoring properties do not say one. Lists everything that stands in the way. */
export class NotScorable extends Error {
  readonly refusals: Refusal[]

  constructor(refusals: Refusal[]) {
    super(refusals.map(({ path, message }) => `${path}: ${message.zh} / ${message.en}`).join('\n'))
    this.refusals = refusals
  }
}

/**
 * What of the answers counts, and how much (SR-1): an item's share of the score is that of its dimension times that of its
 * L2 among the dimension's L2s that have a scored item, shared out among the scored items of the L2.
 * @throws {NotScorable} with everything that keeps the questionnaire from being scored
 */
export function scoringKey(questionnaire: Record<string, unknown>): ScoringKey {
  const { key, refusals } = readKey(questionnaire)
  if (refusals.length > 0) throw new NotScorable(refusals)
  return key
}

/** The same, with what is wrong instead of an error; the key means something only if nothing is. */
export function readKey(questionnaire: Record<string, unknown>): { key: ScoringKey; refusals: Refusal[] } {
  const refusals: Refusal[] = []
  const scale = scaleOf(questionnaire, refusals)
  const items = ratedQuestions(questionnaire, scale, refusals)
  const dimensions = dimensionsOf(questionnaire, items, refusals)
  const members = new Map(
    dimensions.map(({ code }) => [code, items.filter(({ dimension, scored }) => scored && dimension === code)]),
  )
  refusals.push(...misfits(items, dimensions))
  const scored = dimensions.filter(({ weight }) => weight > 0)
  const whole = scored.reduce((sum, { weight }) => sum + weight, 0)
  const shares = new Map<Rated, number>()
  for (const dimension of scored) {
    for (const [item, share] of sharesWithin(dimension, members.get(dimension.code) ?? [])) {
      shares.set(item, (dimension.weight / whole) * share)
    }
  }
  return {
    key: {
      scale,
      dimensions: scored.map(({ code, label, weight }) => ({ code, label, weight: weight / whole })),
      items: items.map((item) => ({
        name: item.name,
        label: item.title === undefined ? { zh: item.name, en: item.name } : textOf(item.title),
        dimension: item.dimension,
        indicator: item.indicator,
        scored: item.scored,
        weight: shares.get(item) ?? 0,
      })),
    },
    refusals,
  }
}

/** v_dj of SURVEY-PRACTICE 5.7: an L2 without an item leaves its weight to the others of the dimension. */
function sharesWithin({ indicators }: Dimension, items: Rated[]): [Rated, number][] {
  const sum = (of: Rated[]) => of.reduce((total, { weight }) => total + weight, 0)
  const asked = [...indicators].filter(([code]) => items.some(({ indicator }) => indicator === code))
  const whole = asked.reduce((total, [, weight]) => total + weight, 0)
  return asked.flatMap(([code, weight]) => {
    const own = items.filter(({ indicator }) => indicator === code)
    return own.map((item): [Rated, number] => [item, ((weight / whole) * item.weight) / sum(own)])
  })
}

/** Where items and dimensions do not go together. */
function misfits(items: Rated[], dimensions: Dimension[]): Refusal[] {
  const found: Refusal[] = []
  const refuse = (path: string, zh: string, en: string) => void found.push({ path, message: { zh, en } })
  const scored = items.filter((item) => item.scored)
  if (scored.length === 0) {
    refuse(
      'survey',
      '没有计分的题目（评分题要有 indicator 和 dimension）',
      'No question is scored: a rated item needs an indicator and a dimension',
    )
    return found
  }
  for (const { path, indicator, dimension } of scored) {
    const own = dimensions.find(({ code }) => code === dimension)
    const weight = own?.indicators.get(indicator)
    if (!own) refuse(`${path}.dimension`, `没有维度 ${dimension}`, `There is no dimension ${dimension}`)
    else if (own.weight === 0) {
      refuse(
        `${path}.dimension`,
        `维度 ${dimension} 没有权重，其题目不能计分`,
        `The dimension ${dimension} has no weight: its items cannot be scored`,
      )
    } else if (weight === undefined || weight === 0) {
      refuse(
        `${path}.indicator`,
        `二级指标 ${indicator} 在维度 ${dimension} 中没有权重`,
        `The L2 ${indicator} has no weight in the dimension ${dimension}`,
      )
    }
  }
  for (const { code, weight } of dimensions) {
    if (weight > 0 && !scored.some(({ dimension }) => dimension === code)) {
      refuse(`dimensions.${code}`, '有权重，但没有计分的题目', 'It has a weight, but no item that is scored')
    }
  }
  return found
}

/** Ratings are kept as one digit each, and 7, 8, 9 stand for those that are none. */
const highest = 6

function scaleOf({ scale }: Json, refusals: Refusal[]): ScoringKey['scale'] {
  if (scale === undefined) return { min: 1, max: 5 }
  const { min, max } = isJson(scale) ? scale : {}
  if (
    Number.isInteger(min) &&
    Number.isInteger(max) &&
    Number(min) >= 0 &&
    Number(max) <= highest &&
    Number(min) < Number(max)
  ) {
    return { min: Number(min), max: Number(max) }
  }
  refusals.push({
    path: 'survey.scale',
    message: {
      zh: `应为 { min, max }，都是 0–${highest} 的整数，min 小于 max`,
      en: `It must be { min, max }, whole numbers from 0 to ${highest}, min below max`,
    },
  })
  return { min: 1, max: 5 }
}
