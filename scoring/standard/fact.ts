import type { Exact, Fraction } from './exact.ts'

/** A number as it was entered, with its exact value. */
export interface Figure {
  text: string
  exact: Fraction
}

/** The checked value of one input. */
export type Fact = Figure | boolean | string | string[]

/** The checked facts of one item by key; an input that was not given is absent. */
export type Facts = Readonly<Record<string, Fact>>

export const isFigure = (fact: Fact | undefined): fact is Figure => typeof fact === 'object' && !Array.isArray(fact)

/** The value of a number; a gap where it was not given. */
export function figureOf(facts: Facts, key: string): Exact {
  const fact = facts[key]
  return isFigure(fact) ? fact.exact : { divisors: [] }
}

/** The options that apply: the chosen one, the ticked ones; of a yes-or-no question `yes` or `no`. */
export function chosen(facts: Facts, key: string): string[] {
  const fact = facts[key]
  if (typeof fact === 'boolean') return [fact ? 'yes' : 'no']
  if (typeof fact === 'string') return [fact]
  return Array.isArray(fact) ? fact : []
}
