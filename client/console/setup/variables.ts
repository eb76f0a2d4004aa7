import type { Variable } from '../../../scoring/sampling/design.ts'
import { usual } from '../../../surveys/answers/eligibility.ts'
import { isJson, listOf } from '../../../surveys/answers/json.ts'
import { textOf } from '../../../surveys/answers/text.ts'
import { elementsIn } from '../../../surveys/elements.ts'
import { storedValue } from '../../../surveys/publishing/choiceLists.ts'

/**
 * What the screening questions of a questionnaire can give to quotas and margins: a category for every answer that does
 * not screen out. A question that only screens out has none.
 */
export const variablesIn = (questionnaire: Record<string, unknown>): Variable[] =>
  elementsIn(questionnaire)
    .filter(({ kind, json }) => kind === 'question' && json.screening === true && json.type !== 'boolean')
    .map(({ json }) => {
      const out = json.screensOut === undefined ? usual : listOf(json.screensOut)
      const name = String(json.name)
      return {
        name,
        label: textOf(json.title ?? name),
        question: name,
        categories: listOf(json.choices)
          .filter((choice) => !out.includes(storedValue(choice)))
          .map((choice) => {
            const value = storedValue(choice)
            const stored = typeof value === 'number' ? value : String(value)
            return {
              code: String(value),
              label: textOf(isJson(choice) && choice.text !== undefined ? choice.text : value),
              values: [stored],
            }
          }),
      }
    })
    .filter(({ categories }) => categories.length > 1)

/** Folds a category into another one: its answers count there from now on. */
export const fold = (variables: readonly Variable[], name: string, from: string, into: string): Variable[] =>
  variables.map((variable) => {
    const gone = variable.categories.find(({ code }) => code === from)
    if (variable.name !== name || !gone || from === into) return variable
    return {
      ...variable,
      categories: variable.categories
        .filter((category) => category !== gone)
        .map((category) =>
          category.code === into
            ? {
                ...category,
                label: {
                  zh: `${category.label.zh}、${gone.label.zh}`,
                  en: `${category.label.en}, ${gone.label.en}`,
                },
                values: [...category.values, ...gone.values],
                folded: true,
              }
            : category,
        ),
    }
  })
