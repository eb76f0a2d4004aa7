import { elementsOf, type Json, listOf, pagesOf } from '../answers/json.ts'
import { choiceStays, choicesShuffled, elementStays, isShuffled, pageStays, rowsShuffled } from './places.ts'
import { seedOf, shuffled } from './shuffle.ts'

/**
 * A questionnaire as one person sees it: pages, questions, choices and rows in the order that is drawn from the id of the
 * response. The id is kept with the response, so that the order can be told again at any time.
 */
export function questionnaireInOrder(questionnaire: Json, id: string): Json {
  const whole = isShuffled(questionnaire, false)
  const pages = pagesOf(questionnaire).map((page) => groupInOrder(page, whole, id))
  const { elements, questions, questionOrder, questionsOrder, ...others } = questionnaire
  return { ...others, pages: shuffled(pages, seedFor(id, 'pages'), pageStays) }
}

/** Everything that is shuffled has a seed of its own, so that it does not depend on anything else. */
export const seedFor = (id: string, name: string): number => seedOf(`${id.toLowerCase()} ${name}`)

function groupInOrder(group: Json, around: boolean, id: string): Json {
  const here = isShuffled(group, around)
  const parts = elementsOf(group).map((part) =>
    part.type === 'panel' ? groupInOrder(part, here, id) : questionInOrder(part, id),
  )
  const { elements, questions, questionsOrder, ...others } = group
  return {
    ...others,
    questionOrder: 'initial',
    elements: here ? shuffled(parts, seedFor(id, String(group.name)), elementStays) : parts,
  }
}

function questionInOrder(question: Json, id: string): Json {
  const name = String(question.name)
  const choices = choicesShuffled(question) && {
    choices: shuffled(listOf(question.choices), seedFor(id, name), choiceStays),
    choicesOrder: 'none',
  }
  const rows = rowsShuffled(question) && {
    rows: shuffled(listOf(question.rows), seedFor(id, `${name} rows`), choiceStays),
    rowOrder: 'initial',
    rowsOrder: undefined,
  }
  return choices || rows ? { ...question, ...choices, ...rows } : question
}
