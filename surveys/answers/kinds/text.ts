import type { Desk } from '../desk.ts'
import { refuseProperties } from '../desk.ts'
import { type Json, numberIn, textIn } from '../json.ts'
import { words } from '../problem.ts'
import { emailFits } from '../validators.ts'
import { datesWithin, dateTypes } from './date.ts'
import type { Kind } from './kind.ts'

const plainTypes = new Set(['text', 'password', 'tel', 'url', 'email', 'color'])

/** text: a line of text, or a number or date by its inputType. */
export function textKind(json: Json, desk: Desk, path: string, longest: number): Kind {
  refuseProperties(desk, json, path, json.maskType === 'none' ? [] : ['maskType'])
  const type = textIn(json, 'inputType') ?? 'text'
  if (type === 'number' || type === 'range') return numberKind(json, desk, path, type)
  const date = dateTypes.get(type)
  if (date) return datesWithin(json, desk, path, date)
  if (!plainTypes.has(type)) {
    desk.refuse(`${path}.inputType`, { zh: `不支持 ${type}`, en: `${type} is not supported` })
  }
  refuseProperties(desk, json, path, ['min', 'max', 'minValueExpression', 'maxValueExpression'])
  const plain = commentKind(json, longest)
  return {
    check: (value, values, report) => {
      plain.check(value, values, report)
      if (type === 'email' && value !== '' && typeof value === 'string' && !emailFits(value)) {
        report('email', words.email())
      }
      if (type === 'color' && typeof value === 'string' && !/^(#[0-9a-f]{6})?$/i.test(value)) {
        report('wrongType', words.wrongType('颜色，如 #1a2b3c', 'a colour such as #1a2b3c'))
      }
    },
  }
}

/** comment: text of several lines. `maxLength` is its own, or else the survey's. */
export function commentKind(json: Json, longest: number): Kind {
  const own = numberIn(json, 'maxLength') ?? -1
  const most = own < 0 ? longest : own
  return {
    check: (value, _, report) => {
      if (typeof value !== 'string') report('wrongType', words.wrongType('文字', 'text'))
      else if (most > 0 && value.length > most) report('tooLong', words.tooLong(most))
    },
  }
}

function numberKind(json: Json, desk: Desk, path: string, type: string): Kind {
  const lower = desk.expression(json, 'minValueExpression', path)
  const upper = desk.expression(json, 'maxValueExpression', path)
  const min = numberIn(json, 'min')
  const max = numberIn(json, 'max')
  const step = type === 'number' ? numberIn(json, 'step') : undefined
  return {
    check: (value, values, report) => {
      if (typeof value !== 'number' || !Number.isFinite(value)) {
        return report('wrongType', words.wrongType('数字', 'a number'))
      }
      const least = lower ? lower(values) : min
      const most = upper ? upper(values) : max
      if (typeof least === 'number' && value < least) report('tooSmall', words.tooSmall(least))
      if (typeof most === 'number' && value > most) report('tooLarge', words.tooLarge(most))
      if (step !== undefined && step > 0 && !isMultiple(value, step)) report('notStep', words.notStep(step))
    },
  }
}

/** Up to six decimals, so that 0.3 is a multiple of 0.1. */
function isMultiple(value: number, step: number): boolean {
  let power = 1
  while (power < 1_000_000 && [value, step].some((one) => Math.round(one * power) / power !== one)) power *= 10
  return Math.round(value * power) % Math.round(step * power) === 0
}
