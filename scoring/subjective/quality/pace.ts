import type { FrozenRules } from './rules.ts'

interface Timed {
  answers: Readonly<Record<string, unknown>>
  locale: string
  timings: Readonly<Record<string, number>> | undefined
}

/**
 * The time that answering took as a multiple of the least in which what was answered can be read in its language: below
 * 1 nobody has read it. So short and long forms, and readers of both languages, are measured alike.
 * Null where no times are known, or nothing was answered that has something to read.
 */
export function paceOf({ answers, locale, timings }: Timed, { floors }: Pick<FrozenRules, 'floors'>): number | null {
  if (timings === undefined) return null
  const took = Object.values(timings).reduce((sum, time) => sum + time, 0)
  const own = floors[locale.toLowerCase()]
  // A language that the questionnaire does not have says nothing: the one that is read fastest is held against it.
  const least = own ? leastFor(answers, own) : Math.min(...Object.values(floors).map((one) => leastFor(answers, one)))
  return took > 0 && least > 0 && Number.isFinite(least) ? took / least : null
}

function leastFor(answers: Timed['answers'], floors: Record<string, number>): number {
  let least = 0
  for (const name of Object.keys(answers)) if (Object.hasOwn(floors, name)) least += floors[name] ?? 0
  return least
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu
const word = /[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu

/** Fewest milliseconds in which a text can be skimmed. A text of two scripts is counted in both. */
export function skimming(text: string, { characters, words }: FrozenRules['reading']): number {
  const plain = text.replace(/<[^>]*>/g, ' ')
  const single = plain.match(unspaced)?.length ?? 0
  const spaced = plain.replace(unspaced, ' ').match(word)?.length ?? 0
  return 1000 * (single / characters + spaced / words)
}
