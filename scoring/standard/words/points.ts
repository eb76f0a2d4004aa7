import { addFractions, exactly, zero } from '../exact.ts'
import { chosen, type Facts } from '../fact.ts'
import type { Kind } from '../formula.ts'
import type { BooleanInput, ChoiceInput, SetInput } from '../input.ts'

export interface Points {
  kind: 'points'
  of: BooleanInput | ChoiceInput | SetInput
  /** By option; of a yes-or-no question by `yes` and `no`. */
  table: Record<string, number>
}

/**
 * The points of what was answered: of yes or no, of the chosen option, of all options ticked.
 * @example points(portal, 50)                                     // yes 50, no 0
 * @example points(rectified, { yes: 0, no: 1 })
 * @example points(leadingBody, { none: 0, established: 10, working: 20 })
 */
export function points(of: BooleanInput, table: number | { yes: number; no: number }): Points
export function points<K extends string>(of: ChoiceInput<K> | SetInput<K>, table: Record<K, number>): Points
export function points(of: Points['of'], table: number | Record<string, number>): Points {
  return { kind: 'points', of, table: typeof table === 'number' ? { yes: table, no: 0 } : table }
}

const scored = ({ of, table }: Points, facts: Facts) => chosen(facts, of.key).map((option) => table[option] ?? 0)

const yesOrNo = [
  { key: 'yes', label: { zh: '是', en: 'yes' } },
  { key: 'no', label: { zh: '否', en: 'no' } },
]

export const Points: Kind<Points, []> = {
  parts: () => [],
  asks: ({ of }) => [of],
  value: (formula, _, facts) => scored(formula, facts).map(exactly).reduce(addFractions, zero),
  inLetters: ({ of, table }, _, language) => {
    const options = of.type === 'boolean' ? yesOrNo : of.options
    const list = options.map(({ key, label }) => `${label[language]} ${table[key]}`)
    return language === 'zh' ? `${of.label.zh}(${list.join('、')})` : `${of.label.en} (${list.join(', ')})`
  },
  inNumbers: (formula, _parts, _values, facts) => scored(formula, facts).join(' + ') || '0',
  remark: () => null,
}
