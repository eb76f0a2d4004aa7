import { isJson, isOn, type Json, listOf } from '../answers/json.ts'

/** Properties that hold choices. */
export const choiceProperties = ['choices', 'rateValues', 'columns', 'rows'] as const

/** What is chosen from: choices, or the values of a rating. */
export const choiceList = (question: Json): unknown[] => [
  ...listOf(question.choices),
  ...listOf(question.rateValues),
  ...listOf(question.columns),
  ...listOf(question.rows),
]

/** The value that is stored. */
export const storedValue = (choice: unknown): unknown => (isJson(choice) && 'value' in choice ? choice.value : choice)

/** The values that a single-choice question can have, those of “other” and the like included. */
export const valuesOf = (question: Json): unknown[] =>
  question.type === 'boolean'
    ? [question.valueTrue ?? true, question.valueFalse ?? false]
    : [...listOf(question.choices).map(storedValue), ...specialValues(question)]

/** Values of the choices that a switch adds. */
export const specialValues = (question: Json): string[] => [
  ...(isOn(question, 'showNoneItem', 'hasNone') ? ['none'] : []),
  ...(isOn(question, 'showRefuseItem') ? ['refused'] : []),
  ...(isOn(question, 'showDontKnowItem') ? ['dontknow'] : []),
  ...(isOn(question, 'showOtherItem', 'hasOther') ? ['other'] : []),
]
