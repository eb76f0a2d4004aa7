import { missingCodes } from '../scoring/subjective/key.ts'
import { type Json, listOf } from './answers/json.ts'
import type { Refusal } from './answers/refusal.ts'
import { elementsIn } from './elements.ts'

/** A question that is rated, by its scoring properties. */
export interface Rated {
  path: string
  name: string
  title: unknown
  dimension: string
  indicator: string
  scored: boolean
  /** Among the scored items of its L2. */
  weight: number
}

interface Scale {
  min: number
  max: number
}

/** The rated questions in order; what is wrong with one goes into the list. */
export const ratedQuestions = (questionnaire: Json, scale: Scale, refusals: Refusal[]): Rated[] =>
  elementsIn(questionnaire).flatMap(({ kind, path, json: element }) => {
    if (kind !== 'question') return []
    if (element.indicator === undefined && element.dimension === undefined) return []
    const { name, title, indicator, dimension, scored = true, weight = 1 } = element
    const refuse = (property: string, zh: string, en: string) =>
      void refusals.push({ path: `${path}.${property}`, message: { zh, en } })
    if (!isCode(indicator))
      refuse('indicator', '应为二级指标的代码，如 L1P1', 'It must be the code of an L2, e.g. L1P1')
    if (!isCode(dimension)) refuse('dimension', '应为维度的代码，如 D1', 'It must be the code of a dimension, e.g. D1')
    if (typeof scored !== 'boolean') refuse('scored', '应为 true 或 false', 'It must be true or false')
    if (typeof weight !== 'number' || !(weight > 0) || !Number.isFinite(weight)) {
      refuse('weight', '应为大于 0 的数', 'It must be a number above 0')
    }
    checkCodes(element, scale, refuse)
    return [
      {
        path,
        name: String(name),
        title,
        indicator: String(indicator),
        dimension: String(dimension),
        scored: scored !== false,
        weight: Number(weight),
      },
    ]
  })

const isCode = (value: unknown) => typeof value === 'string' && value !== ''

type Refuse = (property: string, zh: string, en: string) => void

const codesOf: Record<string, ((element: Json) => unknown[]) | undefined> = {
  radiogroup: ({ choices }) => values(choices),
  dropdown: ({ choices }) => values(choices),
  rating: ({ rateValues, rateMin, rateMax, rateCount, rateStep }) => {
    const own = values(rateValues)
    if (own.length > 0) return own
    const from = Number(rateMin ?? 1)
    const step = Number(rateStep ?? 1)
    const count = rateMax === undefined ? Number(rateCount ?? 5) : Math.floor((Number(rateMax) - from) / step) + 1
    return Array.from({ length: Math.min(Math.max(count, 0), 100) }, (_, at) => from + at * step)
  },
}

const values = (choices: unknown): unknown[] =>
  listOf(choices).map((choice) =>
    typeof choice === 'object' && choice !== null && 'value' in choice ? choice.value : choice,
  )

/** A rating is stored as a whole number, and every choice is one of the scale or "don't know or not used". */
function checkCodes(element: Json, { min, max }: Scale, refuse: Refuse) {
  const codes = codesOf[String(element.type)]?.(element)
  if (!codes) {
    refuse('type', '评分题应为 radiogroup、dropdown 或 rating', 'A rated item must be a radiogroup, dropdown or rating')
    return
  }
  const odd = codes.filter((code) => !isRating(code, min, max) && code !== missingCodes.dontKnow)
  const given = codes.filter((code) => isRating(code, min, max))
  if (odd.length > 0) {
    const shown = odd.map((code) => JSON.stringify(code)).join(', ')
    refuse(
      'choices',
      `选项的值应为 ${min}–${max} 的整数或 ${missingCodes.dontKnow}（不了解或没用过），不能是 ${shown}`,
      `Choices must be whole numbers from ${min} to ${max}, or ${missingCodes.dontKnow} (don't know or not used); not ${shown}`,
    )
  }
  if (given.length < 2) {
    refuse('choices', `至少要有两个 ${min}–${max} 的选项`, `There must be at least two choices from ${min} to ${max}`)
  }
}

const isRating = (code: unknown, min: number, max: number) =>
  typeof code === 'number' && Number.isInteger(code) && code >= min && code <= max
