/**
 * One person's answers, names and values apart: much quicker to make and to go through than an object, whose shape is
 * another one for every person.
 */
export interface Listed {
  /** Of the questions, each once. */
  names: string[]
  /** In the order of the names. */
  values: unknown[]
}

/** The same with the JSON that they were written as. */
export interface Written extends Listed {
  text: string
}

export const listed = (answers: Record<string, unknown>): Listed => ({
  names: Object.keys(answers),
  values: Object.values(answers),
})

export const written = (answers: Record<string, unknown>): Written => ({
  ...listed(answers),
  text: JSON.stringify(answers),
})

/** As an object by question. */
export const answersIn = ({ names, values }: Listed): Record<string, unknown> =>
  Object.fromEntries(names.map((name, at) => [name, values[at]]))

/** The answers to some questions only, as an object. */
export const answersTo = (questions: readonly string[], { names, values }: Listed): Record<string, unknown> =>
  Object.fromEntries(questions.map((question) => [question, values[names.indexOf(question)]]))
