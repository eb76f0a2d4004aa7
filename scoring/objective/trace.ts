import { inLetters, inNumbers, isComposed, kindOf, type Step } from '../standard/evaluate.ts'
import { type Exact, isGap, toNumber } from '../standard/exact.ts'
import type { Facts } from '../standard/fact.ts'
import type { Formula } from '../standard/formula.ts'
import type { Item } from '../standard/item.ts'
import { type RulingId, rulings } from '../standard/rulings.ts'
import { isShownExactly, shown } from '../standard/shown.ts'
import type { Text } from '../text.ts'
import type { ItemScore } from './scoreItem.ts'

/** A formula as the standard prints it: the item itself first, then the parts it names, `b1`, `b2` … */
export interface FormulaLine {
  name: Text
  letters: Text
}

export interface TraceLine extends FormulaLine {
  /** e.g. `40% × (812 / 1000) × 100 = 32.48` */
  numbers: string
  value: number | null
}

/** How a score came about, for screens and reports. */
export interface Trace {
  item: string
  score: number | null
  lines: TraceLine[]
  /** What a reader must know of this region's score, e.g. that a limit was reached. */
  remarks: Text[]
  rulings: AppliedRuling[]
}

export interface AppliedRuling {
  id: RulingId
  text: Text
}

const whole: Record<Item['kind'], Text> = {
  scored: { zh: '分项分数', en: 'item score' },
  deduction: { zh: '扣分', en: 'points off' },
}

const letters = (formula: Formula): Text => ({ zh: inLetters(formula, 'zh'), en: inLetters(formula, 'en') })

const named = (name: string): Text => ({ zh: name, en: name })

/** The formula of an item, line by line. */
export const formulaLines = ({ kind, formula }: Item): FormulaLine[] => [
  { name: whole[kind], letters: letters(formula) },
  ...partsOf(formula).map(({ name, of }) => ({ name: named(name), letters: letters(of) })),
]

const childrenOf = (formula: Formula): readonly Formula[] => (isComposed(formula) ? kindOf(formula).parts(formula) : [])

function partsOf(formula: Formula): { name: string; of: Formula }[] {
  const own = isComposed(formula) && formula.kind === 'part' ? [{ name: formula.name, of: formula.of }] : []
  return [...own, ...childrenOf(formula).flatMap(partsOf)]
}

export const rulingsOf = (item: Item): AppliedRuling[] => item.rulings.map((id) => ({ id, text: rulings[id] }))

export function traceOf({ item, facts, step }: ItemScore): Trace {
  return {
    item: item.id,
    score: numberOf(step.value),
    lines: [line(whole[item.kind], step, facts), ...partLines(step, facts)],
    remarks: remarksOf(step, facts),
    rulings: rulingsOf(item),
  }
}

const numberOf = (value: Exact) => (isGap(value) ? null : toNumber(value))

function line(name: Text, step: Step, facts: Facts): TraceLine {
  const numbers = inNumbers(step, facts)
  const value = shown(step.value)
  return {
    name,
    letters: letters(step.formula),
    numbers: tells(numbers, value) ? numbers : `${numbers} ${isShownExactly(step.value) ? '=' : '≈'} ${value}`,
    value: numberOf(step.value),
  }
}

/** Whether a reading ends with its own value: a plain number, or the points of a tier. */
const tells = (numbers: string, value: string) => numbers === value || numbers.endsWith(`→ ${value}`)

function partLines({ formula, parts }: Step, facts: Facts): TraceLine[] {
  const own =
    isComposed(formula) && formula.kind === 'part' ? parts.map((of) => line(named(formula.name), of, facts)) : []
  return [...own, ...parts.flatMap((part) => partLines(part, facts))]
}

function remarksOf({ formula, parts }: Step, facts: Facts): Text[] {
  const remark = isComposed(formula)
    ? kindOf(formula).remark(
        formula,
        parts.map(({ value }) => value),
        facts,
      )
    : null
  return [...(remark ? [remark] : []), ...parts.flatMap((part) => remarksOf(part, facts))]
}
