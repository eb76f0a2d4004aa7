import { missingCodes } from '../../scoring/subjective/key.ts'
import { isJson, type Json } from '../answers/json.ts'

/** What of a questionnaire is shown in an order that is drawn, by SurveyJS's properties and Tiyan's `rotates`. */

/** Pages marked `rotates` change places among themselves. */
export const pageStays = (page: Json): boolean => page.rotates !== true

/** Whether the elements of a page or panel are shuffled: by its own `questionOrder`, else by that of what it stands in. */
export function isShuffled(group: Json, around: boolean): boolean {
  const order = group.questionOrder ?? group.questionsOrder ?? 'default'
  return order === 'default' ? around : order === 'random'
}

export const elementStays = (element: Json): boolean => element.randomize === false

export const choicesShuffled = ({ choicesOrder }: Json): boolean => choicesOrder === 'random'
export const rowsShuffled = ({ rowOrder, rowsOrder }: Json): boolean => (rowOrder ?? rowsOrder) === 'random'

const reasons: readonly unknown[] = Object.values(missingCodes)

/** What is no answer on the scale stays apart from it, and what excludes all others apart from them. */
export const choiceStays = (choice: unknown): boolean =>
  isJson(choice) ? reasons.includes(choice.value) || choice.isExclusive === true : reasons.includes(choice)
