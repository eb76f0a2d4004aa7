import type { Question } from './questions.ts'

const yes = new Set(['true', '1', 'yes', 'y', '是'])
const no = new Set(['false', '0', 'no', 'n', '否'])
const several = new Set(['checkbox', 'tagbox', 'ranking'])

/**
 * The answer that a cell stands for, as SurveyJS would give it; several choices are divided by | or ;.
 * What cannot be told stays text: the check of the questionnaire says what is wrong with it.
 * @example answerOf({ type: 'radiogroup', inputType: undefined, choices: [1, 2, 98] }, '98') // 98
 */
export function answerOf(question: Question, text: string): unknown {
  const { type, inputType, choices } = question
  if (type === 'boolean') return booleanOf(text)
  if (several.has(type)) return text.split(/[|;；]/).map((part) => choiceOf(choices, part.trim()))
  if (type === 'rating' || inputType === 'number' || inputType === 'range') return numberOf(text)
  return choices.length > 0 ? choiceOf(choices, text) : text
}

function booleanOf(text: string): unknown {
  const word = text.toLowerCase()
  if (yes.has(word)) return true
  return no.has(word) ? false : text
}

/** Codes that the questionnaire adds itself, e.g. 98 for “don't know”, are numbers as the others are. */
function choiceOf(choices: unknown[], text: string): unknown {
  const known = choices.find((choice) => String(choice) === text)
  if (known !== undefined) return known
  return choices.every((choice) => typeof choice === 'number') ? numberOf(text) : text
}

const numberOf = (text: string): unknown => (text !== '' && Number.isFinite(Number(text)) ? Number(text) : text)
