import { exactly } from '../exact.ts'
import { chosen } from '../fact.ts'
import type { Kind } from '../formula.ts'
import type { SetInput } from '../input.ts'

export interface HowMany {
  kind: 'howMany'
  of: SetInput
}

/**
 * The number of entries ticked.
 * @example sum(howMany(channels), otherChannels) // an open list, R7
 */
export const howMany = (of: SetInput): HowMany => ({ kind: 'howMany', of })

export const HowMany: Kind<HowMany, []> = {
  parts: () => [],
  asks: ({ of }) => [of],
  value: ({ of }, _, facts) => exactly(chosen(facts, of.key).length),
  inLetters: ({ of }, _, language) => (language === 'zh' ? `“${of.label.zh}”项数` : `number of “${of.label.en}”`),
  inNumbers: ({ of }, _parts, _values, facts) => String(chosen(facts, of.key).length),
  remark: () => null,
}
