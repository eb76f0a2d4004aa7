import type { Text } from '../../scoring/text.ts'
import type { Desk } from './desk.ts'
import type { Values } from './expression/compile.ts'
import { isNumber, numberOf } from './expression/values.ts'
import { isJson, isOn, type Json, listOf, numberIn } from './json.ts'
import type { Report } from './kinds/kind.ts'
import { words } from './problem.ts'
import { textOf } from './text.ts'

interface Validator {
  run: (value: unknown, values: Values, report: Report) => void
  /** Whether it has a say where there is no answer, too. */
  onEmpty: boolean
}

type Run = Validator['run']

const email =
  /^(([^<>()[\].,;:\s@"]+(\.[^<>()[\].,;:\s@"]+)*)|(".+"))@(([^<>()=[\].,;:\s@"]+\.)+[^<>()=[\].,;:\s@"]{2,})$/i

export const emailFits = (text: string): boolean => email.test(text)

/** The validators of a question; those that only warn forbid nothing. */
export function readValidators(question: Json, desk: Desk, path: string): Validator[] {
  return listOf(question.validators).flatMap((json, at) => {
    if (!isJson(json) || json.notificationType === 'warning' || json.notificationType === 'info') return []
    const type = String(json.type).replace(/validator$/, '')
    const make = Object.hasOwn(validators, type) ? validators[type] : undefined
    if (make) {
      const runs = make(json, desk, `${path}.validators[${at}]`, ownText(json))
      return runs.map((run) => ({ run, onEmpty: type === 'expression' }))
    }
    desk.refuse(`${path}.validators[${at}]`, { zh: `不支持校验 ${type}`, en: `The validator ${type} is not supported` })
    return []
  })
}

const ownText = (json: Json): Text | undefined => (json.text === undefined ? undefined : textOf(json.text))

type Make = (json: Json, desk: Desk, path: string, own: Text | undefined) => Run[]

const validators: { [type: string]: Make } = {
  numeric: (json, _, __, own) => {
    const min = numberIn(json, 'minValue')
    const max = numberIn(json, 'maxValue')
    return [
      (value, _values, report) => {
        if (!isNumber(value)) report('invalid', own ?? words.wrongType('数字', 'a number'))
        else if (min !== undefined && numberOf(value) < min) report('tooSmall', own ?? words.tooSmall(min))
        else if (max !== undefined && numberOf(value) > max) report('tooLarge', own ?? words.tooLarge(max))
      },
    ]
  },
  text: (json, _, __, own) => {
    const least = numberIn(json, 'minLength') ?? 0
    const most = numberIn(json, 'maxLength') ?? 0
    const digits = json.allowDigits !== false
    return [
      (value, _values, report) => {
        if (typeof value !== 'string') return
        if (!digits && /\d+$/.test(value)) report('noDigits', own ?? words.noDigits())
        else if (value.length < least) report('tooShort', own ?? words.tooShort(least))
        else if (most > 0 && value.length > most) report('tooLong', own ?? words.tooLong(most))
      },
    ]
  },
  answercount: (json, _, __, own) => {
    const least = numberIn(json, 'minCount') ?? 0
    const most = numberIn(json, 'maxCount') ?? 0
    return [
      (value, _values, report) => {
        if (!Array.isArray(value)) return
        if (value.length < least) report('tooFew', own ?? words.tooFew(least))
        else if (most > 0 && value.length > most) report('tooMany', own ?? words.tooMany(most))
      },
    ]
  },
  email: (_, __, ___, own) => [
    (value, _values, report) => {
      if (!emailFits(String(value))) report('email', own ?? words.email())
    },
  ],
  regex: (json, desk, path, own) => {
    const pattern = patternOf(json, desk, path)
    if (!pattern) return []
    return [
      (value, _values, report) => {
        const parts = Array.isArray(value) ? value : [value]
        if (!parts.every((part) => pattern.test(String(part)))) report('invalid', words.invalid(own))
      },
    ]
  },
  expression: (json, desk, path, own) => {
    const holds = desk.expression(json, 'expression', path)
    if (!holds) return []
    return [
      (_, values, report) => {
        const result = holds(values)
        if (result !== true && result !== 1 && result !== '1') report('invalid', words.invalid(own))
      },
    ]
  },
}

function patternOf(json: Json, { refuse }: Desk, path: string): RegExp | undefined {
  if (!json.regex) return undefined
  try {
    return new RegExp(String(json.regex), isOn(json, 'caseInsensitive', 'insensitive') ? 'i' : '')
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    refuse(`${path}.regex`, { zh: `正则表达式有误：${error.message}`, en: error.message })
    return undefined
  }
}
