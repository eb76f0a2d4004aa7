import type { Text } from '../../scoring/text.ts'
import { isJson } from './json.ts'

/** A text of SurveyJS JSON, plain or by locale, in both languages of the house; what has no translation stands for both. */
export function textOf(value: unknown): Text {
  if (!isJson(value)) {
    const text = value === undefined || value === null ? '' : String(value)
    return { zh: text, en: text }
  }
  const found = (...locales: string[]) =>
    locales.map((locale) => value[locale]).find((text): text is string => typeof text === 'string' && text !== '')
  const any = Object.values(value).find((text): text is string => typeof text === 'string') ?? ''
  return {
    zh: found('zh-cn', 'zh-CN', 'zh', 'default', 'en') ?? any,
    en: found('en', 'default', 'zh-cn', 'zh-CN', 'zh') ?? any,
  }
}
