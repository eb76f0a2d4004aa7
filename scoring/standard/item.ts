import type { Text } from '../text.ts'
import type { Formula } from './formula.ts'
import type { Input, Unkeyed } from './input.ts'
import type { RulingId } from './rulings.ts'

/** When a figure is taken: at one point in time, or over the year before (R10). */
export type Timing = 'point' | 'year'

/** A 分项: what is asked and how it is scored. */
export type Item = ScoredItem | DeductionItem

interface Common {
  id: string
  name: Text
  /** Number of the table in the standard. */
  table: string
  timing: Timing
  rulings: RulingId[]
  inputs: Input[]
  /** Keys whose sum cannot pass the limit's value (R19); the first is blamed. */
  sumAtMost: { keys: string[]; limit: string }[]
  formula: Formula
}

export interface ScoredItem extends Common {
  kind: 'scored'
  /** Percent of the L2. */
  share: number
  /** The most it can reach, in points of the L2. */
  maximum: number
}

export interface DeductionItem extends Common {
  kind: 'deduction'
  /** The most it can take off, in points of the total. */
  maxDeduction: number
}

/** The most an item can give, or take off. */
export const mostOf = (item: Item): number => (item.kind === 'scored' ? item.maximum : item.maxDeduction)

type Keyed<A extends Record<string, Unkeyed>> = { [K in keyof A & string]: A[K] & { key: K } }

interface About {
  timing: Timing
  rulings?: RulingId[]
  sumAtMost?: Common['sumAtMost']
}

type Worth = { share: number; maximum?: number } | { maxDeduction: number }

/** An item before its L2 tells it its table. */
export type Untabled = (table: string) => Item

/**
 * One 分项. The arrow runs once, when the file loads: its letters are the inputs themselves, and what stays is plain data.
 * @example item('L1P1-A1', '一网办理率', 'Online handling rate', { share: 40, timing: 'point', rulings: ['R5'] },
 *   { a: count('可办事项数', 'Items', '项', { atMost: 'b' }), b: count('事项总数', 'Items in total', '项') },
 *   ({ a, b }) => share(40, hundredfold(ratio(a, b))))
 */
export function item<A extends Record<string, Unkeyed>>(
  id: string,
  zh: string,
  en: string,
  { timing, rulings = [], sumAtMost = [], ...worth }: About & Worth,
  asked: A,
  formula: (inputs: Keyed<A>) => Formula,
): Untabled {
  const inputs = Object.entries(asked).map(([key, input]) => ({ key, ...input }))
  // By construction each key leads to its own input, which fromEntries cannot tell.
  const byKey = Object.fromEntries(inputs.map((input) => [input.key, input])) as unknown as Keyed<A>
  const common = { id, name: { zh, en }, timing, rulings, sumAtMost, inputs, formula: formula(byKey) }
  return (table) =>
    'share' in worth
      ? { kind: 'scored', ...common, table, share: worth.share, maximum: worth.maximum ?? worth.share }
      : { kind: 'deduction', ...common, table, maxDeduction: worth.maxDeduction }
}
