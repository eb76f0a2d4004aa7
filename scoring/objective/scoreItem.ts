import { evaluate, type Step } from '../standard/evaluate.ts'
import type { Facts } from '../standard/fact.ts'
import type { Item } from '../standard/item.ts'

/** An item scored from facts, with every step of it; `traceOf` puts it into words. */
export interface ItemScore {
  item: Item
  facts: Facts
  step: Step
}

export const scoreItem = (item: Item, facts: Facts): ItemScore => ({ item, facts, step: evaluate(item.formula, facts) })
