import type { Text } from '../scoring/text.ts'
import { isJson, type Json, listOf } from './answers/json.ts'
import type { Refusal } from './answers/refusal.ts'
import { textOf } from './answers/text.ts'
import type { Rated } from './rated.ts'

/** A dimension as the questionnaire declares it, in the questionnaire's own unit. */
export interface Dimension {
  code: string
  label: Text
  weight: number
  indicators: Map<string, number>
}

/** The declared dimensions, or those that the items name, all of them and their L2s alike. */
export function dimensionsOf(questionnaire: Json, items: Rated[], refusals: Refusal[]): Dimension[] {
  if (questionnaire.dimensions === undefined) return alike(items)
  const found: Dimension[] = []
  for (const [at, one] of listOf(questionnaire.dimensions).entries()) {
    const json = isJson(one) ? one : {}
    const code = typeof json.code === 'string' ? json.code : ''
    const path = `dimensions.${code || at}`
    const refuse = (property: string, zh: string, en: string) =>
      void refusals.push({ path: property ? `${path}.${property}` : path, message: { zh, en } })
    if (code === '') refuse('code', '缺少维度代码', 'The code of the dimension is missing')
    if (found.some((dimension) => dimension.code === code)) refuse('code', '维度代码重复', 'The code is used twice')
    const indicators = readIndicators(json.indicators, refuse)
    const sum = [...indicators.values()].reduce((total, weight) => total + weight, 0)
    const weight = json.weight ?? sum
    if (!isWeight(weight)) refuse('weight', '应为不小于 0 的数', 'It must be a number of 0 or more')
    found.push({ code, label: labelOf(json.title, code), weight: isWeight(weight) ? weight : 0, indicators })
  }
  return found
}

function readIndicators(declared: unknown, refuse: (property: string, zh: string, en: string) => void) {
  const indicators = new Map<string, number>()
  for (const one of listOf(declared)) {
    const { code, weight } = isJson(one) ? one : {}
    if (typeof code !== 'string' || code === '' || !isWeight(weight)) {
      refuse('indicators', '每项应有代码和不小于 0 的权重', 'Each needs a code and a weight of 0 or more')
    } else if (indicators.has(code)) {
      refuse('indicators', `二级指标 ${code} 重复`, `The L2 ${code} is there twice`)
    } else indicators.set(code, weight)
  }
  return indicators
}

const isWeight = (weight: unknown): weight is number =>
  typeof weight === 'number' && Number.isFinite(weight) && weight >= 0

const labelOf = (title: unknown, code: string): Text => (title === undefined ? { zh: code, en: code } : textOf(title))

function alike(items: Rated[]): Dimension[] {
  const scored = items.filter((item) => item.scored)
  return [...new Set(scored.map(({ dimension }) => dimension))].map((code) => ({
    code,
    label: { zh: code, en: code },
    weight: 1,
    indicators: new Map(
      scored.filter(({ dimension }) => dimension === code).map(({ indicator }) => [indicator, 1] as const),
    ),
  }))
}
