import type { Language, Text } from '../text.ts'
import type { Exact } from './exact.ts'
import type { Facts } from './fact.ts'
import type { Input, NumberInput } from './input.ts'
import type { Composed } from './words/index.ts'

/** How an item is scored: a number, an input that holds one, or a word with its parts. Plain data. */
export type Formula = number | NumberInput | Composed

type Of<P extends readonly Formula[], V> = { [I in keyof P]: V }

/**
 * Everything a word must say of itself; `values` and `parts` are those of its `parts(formula)`, in this order.
 * (Methods, not functions: so that a word with two parts may ask for exactly two.)
 */
export interface Kind<F extends { kind: string }, P extends readonly Formula[] = readonly Formula[]> {
  parts(formula: F): P
  /** Inputs it asks directly, beside those of its parts. */
  asks(formula: F): Input[]
  value(formula: F, values: Of<P, Exact>, facts: Facts): Exact
  /** As the standard prints it. */
  inLetters(formula: F, parts: Of<P, string>, language: Language): string
  /** With this region's figures. */
  inNumbers(formula: F, parts: Of<P, string>, values: Of<P, Exact>, facts: Facts): string
  /** What a reader of the score must know of this step; null: nothing. */
  remark(formula: F, values: Of<P, Exact>, facts: Facts): Text | null
}
