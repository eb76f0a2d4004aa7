import type { Desk } from '../desk.ts'
import { type Json, listOf, numberIn } from '../json.ts'
import { type Choice, choicesOf, readChoices } from './choices.ts'
import type { Kind } from './kind.ts'

const mostSteps = 100

/** rating: one of the values, given one by one or as a range. */
export function ratingKind(json: Json, desk: Desk, path: string): Kind {
  const given = json.autoGenerate !== true && listOf(json.rateValues).length > 0
  const choices = given ? readChoices(json, desk, path, { property: 'rateValues' }) : choicesOf(range(json, desk, path))
  return {
    check: (value, values, report) => void choices.check(value, values, report),
    choices: choices.all,
    offers: choices.offered,
    safe: choices.safe,
  }
}

function range(json: Json, desk: Desk, path: string): Choice[] {
  const step = numberIn(json, 'rateStep') ?? 1
  const count = numberIn(json, 'rateCount')
  const span = (count === undefined ? 4 : count - 1) * step
  const given = numberIn(json, 'rateMax')
  const min = numberIn(json, 'rateMin') ?? (given !== undefined && count !== undefined ? given - span : 1)
  const max = given ?? (count === undefined ? 5 : min + span)
  const steps = Math.floor((max - min) / step) + 1
  if (!(step > 0) || !(steps >= 1 && steps <= mostSteps)) {
    desk.refuse(`${path}.rateMax`, {
      zh: `评分应有 1 至 ${mostSteps} 档`,
      en: `A rating must have from 1 to ${mostSteps} steps`,
    })
    return []
  }
  return Array.from({ length: steps }, (_, at) => ({
    value: min + at * step,
    text: undefined,
    visible: undefined,
    enabled: undefined,
    exclusive: false,
    isOther: false,
  }))
}
