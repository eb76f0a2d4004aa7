import type { Input } from '../standard/input.ts'
import type { Text } from '../text.ts'

/** What may be entered, in words; of an input with options their keys and labels. */
export function expected(input: Input): Text {
  if ('options' in input) {
    const list = (language: keyof Text) => input.options.map(({ key, label }) => `${key}(${label[language]})`)
    const several = input.type === 'set'
    return {
      zh: `${several ? '选项（用英文分号隔开）' : '选项之一'}：${list('zh').join('、')}`,
      en: `${several ? 'options, joined by semicolons' : 'one of the options'}: ${list('en').join(', ')}`,
    }
  }
  return simple[input.type]
}

const simple: Record<Exclude<Input['type'], 'choice' | 'set'>, Text> = {
  count: { zh: '不小于 0 的整数，如 128', en: 'a whole number from 0, e.g. 128' },
  amount: { zh: '不小于 0 的数，如 36.5', en: 'a number from 0, e.g. 36.5' },
  percent: {
    zh: '0 至 100 的数，不带百分号，如 85.5',
    en: 'a number from 0 to 100 without a per cent sign, e.g. 85.5',
  },
  boolean: { zh: 'true（是）或 false（否）', en: 'true (yes) or false (no)' },
}
