/**
 * One person's answers as they were written down, name and value side by side: much quicker to make and to go through
 * than an object, whose shape is another one for every person.
 */
export interface Written {
  /** Of the questions, each once. */
  names: string[]
  /** In the order of the names. */
  values: unknown[]
  /** The same as JSON. */
  text: string
}

export const written = (answers: Record<string, unknown>): Written => ({
  names: Object.keys(answers),
  values: Object.values(answers),
  text: JSON.stringify(answers),
})

/** As an object by question. */
export const answersIn = ({ names, values }: Written): Record<string, unknown> =>
  Object.fromEntries(names.map((name, at) => [name, values[at]]))

/** The answers to some questions only, as an object. */
export const answersTo = (questions: readonly string[], { names, values }: Written): Record<string, unknown> =>
  Object.fromEntries(questions.map((question) => [question, values[names.indexOf(question)]]))
