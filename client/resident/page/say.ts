import type { Language, Text } from '../../../scoring/text.ts'
import { fill } from '../../text/fill.ts'

/** A text in a language, `{name}` in it replaced by the given values. */
export const say = (language: Language, words: Text, values: Record<string, string | number> = {}): string =>
  fill(words[language], values)
