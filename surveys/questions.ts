import { elementsOf, type Json, pagesOf } from './answers/json.ts'

export interface Placed {
  /** Page, panels and name, e.g. `D1.A1`. */
  path: string
  element: Json
}

/** Every element of a questionnaire that holds no others, in order. */
export const questionsIn = (questionnaire: Json): Placed[] =>
  pagesOf(questionnaire).flatMap((page) => below(page, String(page.name)))

const below = (group: Json, path: string): Placed[] =>
  elementsOf(group).flatMap((element) => {
    const own = `${path}.${String(element.name)}`
    return element.type === 'panel' ? below(element, own) : [{ path: own, element }]
  })
