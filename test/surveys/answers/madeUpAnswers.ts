import { isJson, type Json, listOf } from '../../../surveys/answers/json.ts'
import type { Question } from '../../../surveys/answers/question.ts'
import type { Dice } from './dice.ts'

/** Answers drawn from a seed: mostly of the right kind, some that break a rule. */
export function madeUpAnswers(dice: Dice, questions: readonly Question[]): Json {
  const answers: Json = {}
  const share = 0.3 + 0.15 * dice.below(5)
  for (const { json, name } of questions) {
    if (!dice.chance(share)) continue
    answers[name] = answerTo(dice, json)
    const isOther = answers[name] === 'other' || listOf(answers[name]).includes('other')
    if ((isOther && dice.chance(0.7)) || (json.showCommentArea === true && dice.chance(0.4))) {
      answers[`${name}-Comment`] = 'because'
    }
  }
  return answers
}

const codeOf = (choice: unknown) => (isJson(choice) ? choice.value : choice)

function answerTo(dice: Dice, json: Json): unknown {
  const choices = listOf(json.choices).map(codeOf)
  const more = json.showOtherItem === true || json.hasOther === true ? [...choices, 'other'] : choices
  switch (json.type) {
    case 'radiogroup':
    case 'dropdown':
      return dice.one(more)
    case 'checkbox':
      return json.showNoneItem === true && dice.chance(0.2) ? ['none'] : dice.some(more)
    case 'rating':
      return dice.one([1, 3, 5])
    case 'boolean':
      return dice.one<unknown>(json.valueTrue === undefined ? [true, false] : ['yes', 'no'])
    case 'matrix': {
      const rows = dice.some(listOf(json.rows).map(codeOf))
      return Object.fromEntries(rows.map((row) => [String(row), dice.one(listOf(json.columns).map(codeOf))]))
    }
    case 'comment':
      return dice.one(['a', 'fine', 'much too long', 'B'])
    default:
      return textOf(dice, json)
  }
}

function textOf(dice: Dice, { inputType }: Json): unknown {
  if (inputType === 'number') return dice.one([0, 0.5, 1, 2.25, 10, 11, -1])
  if (inputType === 'date') return dice.one(['2025-12-31', '2026-01-01', '2026-06-30', '2027-01-01'])
  return dice.one(['a', 'abba', '5', '9', 'li.na@example.cn', 'nobody', 'room 12', 'true'])
}
