import { elementsOf, isJson, type Json, listOf, pagesOf } from '../../../surveys/answers/json.ts'
import { textOf } from '../../../surveys/answers/text.ts'
import { surveyLocale } from '../../../surveys/localText.ts'

type Element = Json

/** One question as the form shows it. */
export interface EditedQuestion {
  name: string
  type: string
  title: { zh: string; en: string }
  /** Rated: it has an indicator. */
  rated: boolean
  indicator: string
  dimension: string
  weight: number
  scored: boolean
}

const shown = (json: Element): EditedQuestion => ({
  name: String(json.name),
  type: String(json.type),
  title: textOf(json.title ?? json.name),
  rated: json.indicator !== undefined,
  indicator: String(json.indicator ?? ''),
  dimension: String(json.dimension ?? ''),
  weight: typeof json.weight === 'number' ? json.weight : 1,
  scored: json.scored !== false,
})

const questionsIn = (json: Element): Element[] =>
  elementsOf(json).flatMap((element) => (element.type === 'panel' ? questionsIn(element) : [element]))

/** Pages with their questions, in order. */
export const pagesShown = (questionnaire: Json): { name: string; title: string; questions: EditedQuestion[] }[] =>
  pagesOf(questionnaire).map((page, at) => ({
    name: String(page.name ?? `page${at + 1}`),
    title: textOf(page.title ?? page.name).zh,
    questions: questionsIn(page).map(shown),
  }))

/** The same questionnaire with what `edit` makes of the list that holds a question. */
function withList(questionnaire: Json, name: string, edit: (elements: unknown[], at: number) => unknown[]): Json {
  const inside = (parent: Json): Json => {
    if (!Array.isArray(parent.elements)) return parent
    const at = parent.elements.findIndex(
      (element) => isJson(element) && element.name === name && element.type !== 'panel',
    )
    const elements =
      at >= 0
        ? edit(parent.elements, at)
        : parent.elements.map((element) => (isJson(element) && element.type === 'panel' ? inside(element) : element))
    return { ...parent, elements }
  }
  return { ...questionnaire, pages: pagesOf(questionnaire).map(inside) }
}

/** Sets properties of a question; undefined takes one away. */
export const withQuestion = (questionnaire: Json, name: string, properties: Json): Json =>
  withList(questionnaire, name, (elements, at) =>
    elements.map((element, index) => {
      if (index !== at || !isJson(element)) return element
      return Object.fromEntries(
        Object.entries({ ...element, ...properties }).filter(([, value]) => value !== undefined),
      )
    }),
  )

/** Rewords a question in one language; the other stays. */
export function reworded(questionnaire: Json, question: EditedQuestion, language: 'zh' | 'en', words: string): Json {
  const title = {
    [surveyLocale.zh]: question.title.zh,
    [surveyLocale.en]: question.title.en,
    [surveyLocale[language]]: words,
  }
  return withQuestion(questionnaire, question.name, { title })
}

/** Moves a question up or down within what it stands in; at an end it stays. */
export const moved = (questionnaire: Json, name: string, by: 1 | -1): Json =>
  withList(questionnaire, name, (elements, at) => {
    const to = at + by
    if (to < 0 || to >= elements.length) return elements
    const next = [...elements]
    next.splice(to, 0, ...next.splice(at, 1))
    return next
  })

/** The weights of dimensions and of the L2s in them, as declared. */
export const dimensionsShown = (questionnaire: Json) =>
  listOf(questionnaire.dimensions)
    .filter(isJson)
    .map((dimension) => ({
      code: String(dimension.code),
      title: textOf(dimension.title ?? dimension.code),
      weight: typeof dimension.weight === 'number' ? dimension.weight : null,
      indicators: listOf(dimension.indicators)
        .filter(isJson)
        .map(({ code, weight }) => ({ code: String(code), weight: Number(weight) })),
    }))

/** Sets the weight of an L2 in a dimension. */
export const withIndicatorWeight = (
  questionnaire: Json,
  dimension: string,
  indicator: string,
  weight: number,
): Json => ({
  ...questionnaire,
  dimensions: listOf(questionnaire.dimensions).map((one) =>
    isJson(one) && one.code === dimension
      ? {
          ...one,
          indicators: listOf(one.indicators).map((each) =>
            isJson(each) && each.code === indicator ? { ...each, weight } : each,
          ),
        }
      : one,
  ),
})
