import type { Text } from '../../scoring/text.ts'
import { isJson } from './json.ts'
import type { Choice } from './kinds/choices.ts'
import type { Question } from './question.ts'
import { textOf } from './text.ts'

/** An answer as people read it: choices by their labels, the rows of a matrix one after the other. */
export function answerInWords({ type, choices, rows, everyRow }: Question, value: unknown): Text {
  if (type === 'boolean') return value === true ? yes : no
  if (rows && isJson(value)) {
    return joined(
      Object.entries(value).map(([row, answer]) => {
        const of = labelled(everyRow, row)
        const said = labelled(choices, answer)
        return { zh: `${of.zh}：${said.zh}`, en: `${of.en}: ${said.en}` }
      }),
    )
  }
  return joined((Array.isArray(value) ? value : [value]).map((one) => labelled(choices, one)))
}

const yes: Text = { zh: '是', en: 'Yes' }
const no: Text = { zh: '否', en: 'No' }

function labelled(choices: readonly Choice[], value: unknown): Text {
  const choice = choices.find((one) => one.value === value)
  return choice?.text === undefined ? textOf(value) : textOf(choice.text)
}

const joined = (texts: Text[]): Text => ({
  zh: texts.map(({ zh }) => zh).join('；'),
  en: texts.map(({ en }) => en).join('; '),
})

/** Names under which answers hold what people wrote in their own words. */
export const openNames = (questions: readonly Question[]): Map<string, Question> =>
  new Map(
    questions.flatMap((question): [string, Question][] => [
      ...(isOpen(question) ? [[question.name, question] as [string, Question]] : []),
      [question.commentName, question],
    ]),
  )

const isOpen = ({ type, json }: Question): boolean =>
  type === 'comment' || (type === 'text' && (json.inputType === undefined || json.inputType === 'text'))
