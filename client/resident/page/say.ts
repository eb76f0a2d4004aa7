import type { Language, Text } from '../../../scoring/text.ts'
import { fill } from '../../text/fill.ts'

/** How a person wants the page. */
export interface Shown {
  language: Language
  /** 长辈版: large type and targets, one question at a time. */
  elder: boolean
}

/** A text in a language, `{name}` in it replaced by the given values. */
export const say = (language: Language, words: Text, values: Record<string, string | number> = {}): string =>
  fill(words[language], values)

/** The language as HTML's `lang` writes it. */
export const langOf = (language: Language) => (language === 'zh' ? 'zh-CN' : 'en')
