import { zero } from '../exact.ts'
import { chosen, type Facts } from '../fact.ts'
import type { Formula, Kind } from '../formula.ts'
import type { BooleanInput } from '../input.ts'

export interface Gate {
  kind: 'gate'
  when: BooleanInput
  then: Formula
}

/**
 * Nothing at all unless a condition holds; what lies behind a closed gate need not be given.
 * @example gate(indexPlatform, share(25, sum(b1, b2))) // no platform → 0 (R13)
 */
export const gate = (when: BooleanInput, then: Formula): Gate => ({ kind: 'gate', when, then })

const isOpen = ({ when }: Gate, facts: Facts) => chosen(facts, when.key).includes('yes')

export const Gate: Kind<Gate, [then: Formula]> = {
  parts: ({ then }) => [then],
  asks: ({ when }) => [when],
  value: (gate, [then], facts) => (isOpen(gate, facts) ? then : zero),
  inLetters: ({ when }, [then], language) =>
    language === 'zh' ? `${then}(“${when.label.zh}”为否时得 0)` : `${then} (0 unless “${when.label.en}”)`,
  inNumbers: (gate, [then], _, facts) => (isOpen(gate, facts) ? then : '0'),
  remark: (gate, _, facts) =>
    isOpen(gate, facts)
      ? null
      : { zh: `“${gate.when.label.zh}”为否,得 0 分`, en: `“${gate.when.label.en}” does not hold: 0 points` },
}
