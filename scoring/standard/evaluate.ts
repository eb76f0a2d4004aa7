import type { Language } from '../text.ts'
import { type Exact, exactly } from './exact.ts'
import { type Facts, figureOf, isFigure } from './fact.ts'
import type { Formula, Kind } from './formula.ts'
import type { Input } from './input.ts'
import { type Composed, kinds } from './words/index.ts'

/** A formula with the value that one region's facts give it, and so for its parts. */
export interface Step {
  formula: Formula
  value: Exact
  parts: Step[]
}

/** TypeScript cannot see that the entry under a formula's own kind is the entry for this formula. */
export const kindOf = (formula: Composed) => kinds[formula.kind] as Kind<Composed>

export const isComposed = (formula: Formula): formula is Composed => typeof formula === 'object' && 'kind' in formula

export function evaluate(formula: Formula, facts: Facts): Step {
  if (typeof formula === 'number') return { formula, value: exactly(formula), parts: [] }
  if (!isComposed(formula)) return { formula, value: figureOf(facts, formula.key), parts: [] }
  const kind = kindOf(formula)
  const parts = kind.parts(formula).map((part) => evaluate(part, facts))
  return { formula, value: kind.value(formula, parts.map(valueAt), facts), parts }
}

export const valueAt = ({ value }: Step): Exact => value

/** The formula as the standard prints it, with the labels of the inputs. */
export function inLetters(formula: Formula, language: Language): string {
  if (typeof formula === 'number') return String(formula)
  if (!isComposed(formula)) return formula.label[language]
  const kind = kindOf(formula)
  return kind.inLetters(
    formula,
    kind.parts(formula).map((part) => inLetters(part, language)),
    language,
  )
}

/** The same with this region's figures. */
export function inNumbers({ formula, parts }: Step, facts: Facts): string {
  if (typeof formula === 'number') return String(formula)
  if (!isComposed(formula)) {
    const fact = facts[formula.key]
    return isFigure(fact) ? fact.text : '—'
  }
  return kindOf(formula).inNumbers(
    formula,
    parts.map((part) => inNumbers(part, facts)),
    parts.map(valueAt),
    facts,
  )
}

/** The inputs a formula uses, in the order in which it names them. */
export function inputsOf(formula: Formula): Input[] {
  if (typeof formula === 'number') return []
  if (!isComposed(formula)) return [formula]
  const kind = kindOf(formula)
  return [...kind.asks(formula), ...kind.parts(formula).flatMap(inputsOf)]
}
