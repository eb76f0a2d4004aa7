import type { Input, NumberInput } from '../../../scoring/standard/input.ts'
import type { Language, Text } from '../../../scoring/text.ts'

export const tickOptions: Text = {
  zh: '在下面各行选“是”或“否”；一项都没有时，各行选“否”',
  en: 'Choose yes or no in the rows below; choose no in all of them where none applies',
}

export const yesOrNo: Text = { zh: '是 或 否', en: 'yes or no' }
const trueOrFalse: Text = { zh: 'true 或 false', en: 'true or false' }

const numbers: Record<NumberInput['type'], Text> = {
  count: { zh: '不小于 0 的整数', en: 'a whole number of at least 0' },
  amount: { zh: '不小于 0 的数', en: 'a number of at least 0' },
  percent: { zh: '0–100 的数，不写百分号', en: 'a number from 0 to 100, without a percent sign' },
}

/**
 * What may stand in the cell, in words.
 * @param withKeys options are to be written by their keys
 */
export function howToFillIn(input: Input, others: Input[], withKeys: boolean): Text {
  const clauses = [kindOf(input, withKeys), ...limitsOf(input, others), ...conditionOf(input, others)]
  return { zh: clauses.map(({ zh }) => zh).join(';'), en: clauses.map(({ en }) => en).join('; ') }
}

function kindOf(input: Input, withKeys: boolean): Text {
  if (input.type === 'boolean') return withKeys ? trueOrFalse : yesOrNo
  if (input.type !== 'choice' && input.type !== 'set') return numbers[input.type]
  const named = (language: Language) =>
    input.options.map(({ key, label }) => (withKeys ? `${key} (${label[language]})` : label[language])).join(' / ')
  return input.type === 'choice'
    ? { zh: `一项：${named('zh')}`, en: `one of: ${named('en')}` }
    : {
        zh: `有哪几项写哪几项，用分号隔开，没有写“无”：${named('zh')}`,
        en: `those that apply, with semicolons between them, “none” for none: ${named('en')}`,
      }
}

function limitsOf(input: Input, others: Input[]): Text[] {
  if (!('unit' in input)) return []
  const whole = others.find(({ key }) => key === input.atMost)
  const most = whole ? [{ zh: `不大于“${whole.label.zh}”`, en: `not above “${whole.label.en}”` }] : []
  const least = input.moreThan === undefined ? [] : [{ zh: `大于 ${input.moreThan}`, en: `above ${input.moreThan}` }]
  return [...most, ...least]
}

function conditionOf({ requiredWhen }: Input, others: Input[]): Text[] {
  const other = others.find(({ key }) => key === requiredWhen?.key)
  if (!other || !requiredWhen) return []
  const { equals } = requiredWhen
  return [
    {
      zh: `“${other.label.zh}”为${equals ? '是' : '否'}时填`,
      en: `where “${other.label.en}” is ${equals ? 'yes' : 'no'}`,
    },
  ]
}
