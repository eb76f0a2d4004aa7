import type { Form, Group, Part } from '../answers/form.ts'
import type { Choice } from '../answers/kinds/choices.ts'
import type { Question } from '../answers/question.ts'
import { choiceStays, choicesShuffled, elementStays, isShuffled, pageStays, rowsShuffled } from './places.ts'
import { seedFor } from './questionnaire.ts'
import { shuffled } from './shuffle.ts'

/** A compiled form in the order in which `questionnaireInOrder` has the questionnaire for the same id. */
export function formInOrder(form: Form, id: string): Form {
  const whole = isShuffled(form.json, false)
  const pages = form.pages.map((page) => groupInOrder(page, whole, id))
  return { ...form, pages: shuffled(pages, seedFor(id, 'pages'), ({ json }) => pageStays(json)) }
}

function groupInOrder(group: Group, around: boolean, id: string): Group {
  const here = isShuffled(group.json, around)
  const parts = group.parts.map((part): Part => {
    if (part.kind === 'group') return groupInOrder(part, here, id)
    return part.kind === 'question' ? questionInOrder(part, id) : part
  })
  const inOrder = here ? shuffled(parts, seedFor(id, group.name), ({ json }) => elementStays(json)) : parts
  return { ...group, parts: inOrder }
}

function questionInOrder(question: Question, id: string): Question {
  const { json, name, choices, everyRow, offers, rows } = question
  return {
    ...question,
    ...(choicesShuffled(json) && { offers: sorted(offers, choices, seedFor(id, name)) }),
    ...(rowsShuffled(json) && { rows: sorted(rows, everyRow, seedFor(id, `${name} rows`)) }),
  }
}

type Offers = Question['offers']

/** What SurveyJS adds to the choices comes after them, as it stands. */
const stays = (choice: Choice): boolean => choice.isOther || choice.exclusive || choiceStays(choice)

function sorted(offers: Offers, all: readonly Choice[], seed: number): Offers {
  if (!offers) return undefined
  const rank = new Map(shuffled(all, seed, stays).map((choice, at) => [choice, at]))
  return (values) => [...offers(values)].sort((one, other) => (rank.get(one) ?? 0) - (rank.get(other) ?? 0))
}
