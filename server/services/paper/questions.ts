/** What of a question is needed to read its answer from a cell. */
export interface Question {
  type: string
  inputType: string | undefined
  /** Values of its choices, as they are stored. */
  choices: unknown[]
}

type Json = Record<string, unknown>

const list = (value: unknown): Json[] => (Array.isArray(value) ? value : [])

/** Every question of a questionnaire by its name, those in panels included. */
export function questionsOf(questionnaire: Json): Map<string, Question> {
  const found = new Map<string, Question>()
  const walk = (elements: Json[]) => {
    for (const element of elements) {
      if (Array.isArray(element.elements)) walk(element.elements)
      else found.set(String(element.name), questionOf(element))
    }
  }
  for (const page of list(questionnaire.pages)) walk(list(page.elements))
  return found
}

const questionOf = ({ type, inputType, choices, rateValues }: Json): Question => ({
  type: String(type),
  inputType: inputType === undefined ? undefined : String(inputType),
  choices: [choices, rateValues]
    .flatMap((values) => (Array.isArray(values) ? values : []))
    .map((choice) => (typeof choice === 'object' && choice !== null ? choice.value : choice)),
})
