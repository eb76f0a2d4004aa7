import type { Variable } from '../../scoring/sampling/design.ts'
import { elementsOf, isJson, type Json, pagesOf } from '../answers/json.ts'
import { named } from '../parts/choice.ts'
import type { Part } from './subject.ts'

/** The same questionnaire for a region with other parts: the choices of one question are theirs. */
export function withParts(questionnaire: Json, question: string, parts: Part[]): Json {
  const renewed = (element: unknown): unknown => {
    if (!isJson(element)) return element
    if (element.name === question) return { ...element, choices: parts.map(named) }
    return Array.isArray(element.elements) ? { ...element, elements: elementsOf(element).map(renewed) } : element
  }
  return { ...questionnaire, pages: pagesOf(questionnaire).map(renewed) }
}

/** The variable of a region's parts, as a design of such a questionnaire has it. */
export const variableOfParts = (variable: Variable, parts: Part[]): Variable => ({
  ...variable,
  categories: parts.map(({ code, label }) => ({ code, label, values: [code] })),
})
