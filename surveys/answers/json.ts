/** Readers of SurveyJS JSON: what is of another type than it should be counts as not there. */

export type Json = Record<string, unknown>

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** Whether a switch is on, under its present name or an older one. */
export const isOn = (json: Json, ...names: string[]): boolean => names.some((name) => json[name] === true)

/** A number, also where it is written as text. */
export function numberIn(json: Json, name: string): number | undefined {
  const value = json[name]
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

export const textIn = (json: Json, name: string): string | undefined => {
  const value = json[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The elements of a page or panel; an older name is `questions`. */
export const elementsOf = (json: Json): Json[] => listOf(json.elements ?? json.questions).filter(isJson)

/** The pages of a questionnaire; one without pages is a single one. */
export function pagesOf(questionnaire: Json): Json[] {
  const pages = listOf(questionnaire.pages).filter(isJson)
  return pages.length > 0 ? pages : [{ name: 'page1', elements: elementsOf(questionnaire) }]
}
