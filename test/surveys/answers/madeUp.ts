import type { Json } from '../../../surveys/answers/json.ts'
import type { Dice } from './dice.ts'

const types = ['radiogroup', 'checkbox', 'dropdown', 'rating', 'boolean', 'matrix', 'text', 'comment'] as const
const letters = ['a', 'b', 'c', 'd']

/** What expressions are made of: the questions so far, with constants that their answers may meet. */
interface Known {
  name: string
  type: string
  constants: string[]
}

/** A questionnaire of nested panels, chains of conditions, grids and validators, drawn from a seed. */
export function madeUpQuestionnaire(dice: Dice): Json {
  // The conditions within choices, rows and validators ask for these two.
  const first: Json[] = [questionOf(dice, 'q0'), questionOf(dice, 'q1')]
  const known = first.map(knownOf)
  let count = 2
  const element = (depth: number): Json => {
    if (depth < 2 && dice.chance(0.2)) return panel(depth)
    // SurveyJS takes HTML in a required panel for a question that nobody can answer.
    if (depth === 0 && dice.chance(0.06))
      return { type: 'html', name: `h${count++}`, html: '<p>!</p>', ...condition('visibleIf', 0.5) }
    const question = questionOf(dice, `q${count++}`)
    const conditions = {
      ...condition('visibleIf', 0.4),
      ...(dice.chance(0.3) ? { isRequired: true } : condition('requiredIf', 0.2)),
      ...condition('enableIf', 0.1),
    }
    known.push(knownOf(question))
    return { ...question, ...conditions }
  }
  const panel = (depth: number): Json => ({
    type: 'panel',
    name: `p${count++}`,
    ...condition('visibleIf', 0.4),
    ...(dice.chance(0.2) && { isRequired: true }),
    elements: Array.from({ length: 1 + dice.below(3) }, () => element(depth + 1)),
  })
  const condition = (property: string, share: number): Json =>
    known.length > 0 && dice.chance(share) ? { [property]: expressionOf(dice, known) } : {}

  const pages = Array.from({ length: 1 + dice.below(3) }, (_, at) => ({
    name: `page${at}`,
    ...condition('visibleIf', 0.25),
    elements: [...(at === 0 ? first : []), ...Array.from({ length: 2 + dice.below(5) }, () => element(0))],
  }))
  const calculatedValues = dice.chance(0.4) ? [{ name: 'total', expression: '1 + 1' }] : []
  return { pages, calculatedValues }
}

function questionOf(dice: Dice, name: string): Json {
  const type = dice.one(types)
  const choices = dice.one<unknown[]>([letters, [1, 2, 3], [1, 2, 3, 98], ['yes', 'no'], ['1', '2', 'x 3']])
  switch (type) {
    case 'radiogroup':
    case 'dropdown':
      return {
        type,
        name,
        ...dice.one([
          { choices: choicesOf(dice, choices), ...commented(dice) },
          { choices, showOtherItem: true },
        ]),
      }
    case 'checkbox':
      return {
        type,
        name,
        choices,
        ...(dice.chance(0.3) && { hasOther: true }),
        ...(dice.chance(0.3) && { showNoneItem: true }),
        ...(dice.chance(0.2) && { minSelectedChoices: 2 }),
        ...(dice.chance(0.2) && { validators: [{ type: 'answercount', minCount: 1, maxCount: 2 }] }),
      }
    case 'rating':
      return dice.chance(0.3) ? { type, name, rateValues: [1, 3, 5] } : { type, name, rateMax: 5, ...commented(dice) }
    case 'boolean':
      return dice.chance(0.3) ? { type, name, valueTrue: 'yes', valueFalse: 'no' } : { type, name }
    case 'matrix':
      return {
        type,
        name,
        columns: [1, 2, 3],
        rows: ['r1', 'r2', { value: 'r3', ...(dice.chance(0.5) && { visibleIf: '{q0} notempty' }) }],
        ...(dice.chance(0.3) && { eachRowRequired: true }),
        ...(dice.chance(0.3) && { eachRowUnique: true }),
      }
    case 'text':
      return { type, name, ...dice.one(texts) }
    case 'comment':
      return { type, name, ...(dice.chance(0.3) && { validators: [{ type: 'text', minLength: 2, maxLength: 5 }] }) }
  }
}

const texts: Json[] = [
  {},
  { inputType: 'number', min: 1, max: 10 },
  { inputType: 'number', step: 0.5 },
  { inputType: 'email' },
  { inputType: 'date', min: '2026-01-01', max: '2026-12-31' },
  { validators: [{ type: 'numeric', minValue: 2, maxValue: 8 }] },
  { validators: [{ type: 'regex', regex: '^[ab]+$' }] },
  { validators: [{ type: 'email' }] },
  { validators: [{ type: 'text', minLength: 2, allowDigits: false }] },
  { validators: [{ type: 'expression', expression: "{q0} notempty or {q1} = 'a'" }] },
]

const commented = (dice: Dice): Json => (dice.chance(0.2) ? { showCommentArea: true } : {})

const choicesOf = (dice: Dice, choices: unknown[]): unknown[] =>
  dice.chance(0.3) ? choices.map((value, at) => (at === 0 ? { value, visibleIf: '{q0} notempty' } : value)) : choices

function knownOf(question: Json): Known {
  const { name, type } = question
  const base = { name: String(name), type: String(type) }
  if (type === 'boolean') return { ...base, constants: ['true', 'false', "'yes'"] }
  if (type === 'rating') return { ...base, constants: ['1', '3', "'5'"] }
  if (type === 'matrix') return { ...base, constants: ['1', '2'] }
  return { ...base, constants: ["'a'", "'B'", '1', "'2'", '98', 'yes', "'other'"] }
}

const comparisons = ['=', '<>', '==', '!=', '>', '<', '>=', '<=', 'contains', 'notcontains', 'anyof', 'allof', 'noneof']

/** Conditions of every form that SurveyJS reads. */
function expressionOf(dice: Dice, known: readonly Known[], depth = 0): string {
  if (depth < 2 && dice.chance(0.35)) {
    const [left, right] = [expressionOf(dice, known, depth + 1), expressionOf(dice, known, depth + 1)]
    return `(${left}) ${dice.one(['and', 'or', '&&', '||'])} (${right})`
  }
  if (depth < 2 && dice.chance(0.08)) return `!(${expressionOf(dice, known, depth + 1)})`
  const { name, type, constants } = dice.one(known)
  const variable = type === 'matrix' && dice.chance(0.7) ? `{${name}.r1}` : `{${name}}`
  if (dice.chance(0.25)) return `${variable} ${dice.one(['empty', 'notempty'])}`
  if (dice.chance(0.08)) return `iif(${variable} notempty, ${dice.one(constants)}, 'z') = ${dice.one(constants)}`
  if (dice.chance(0.08)) return `${variable} ${dice.one(['+', '-', '*', '/', '%'])} 2 ${dice.one(['>', '='])} 3`
  const operator = dice.one(comparisons).replace('<>', '!=')
  const operand = operator.endsWith('of') ? `[${dice.some(constants, 2).join(', ')}]` : dice.one(constants)
  return `${variable} ${operator} ${operand}`
}
