import { questionsOf } from '../../../surveys/answers/check.ts'
import type { Group } from '../../../surveys/answers/form.ts'
import { textIn } from '../../../surveys/answers/json.ts'
import type { Choice } from '../../../surveys/answers/kinds/choices.ts'
import type { Question } from '../../../surveys/answers/question.ts'
import { falseOf, trueOf } from './display.ts'
import { rowName } from './fields/matrix.ts'

type Answers = Record<string, unknown>

/** What the fields of a page hold as the questionnaire stores it; what cannot be told stays text, for the check to say so. */
export function readPage(page: Group, fields: URLSearchParams): Answers {
  const answers: Answers = {}
  for (const question of questionsOf(page)) {
    const comment = text(fields.get(question.commentName))
    const value = readAnswer(question, fields)
    const meant = value === undefined && comment !== undefined ? otherOf(question) : value
    if (meant !== undefined) answers[question.name] = meant
    const keeps = question.hasComment || (question.needsComment?.(meant) ?? false)
    if (comment !== undefined && keeps) answers[question.commentName] = comment
  }
  return answers
}

/** Who says what the other thing is, but chooses nothing, has chosen "other". */
function otherOf({ choices, hasComment, type }: Question): unknown {
  const other = choices.find(({ isOther }) => isOther)
  if (!other || hasComment) return undefined
  return type === 'checkbox' ? [other.value] : other.value
}

/** Takes away what a page asks. */
export function withoutPage(answers: Answers, page: Group): Answers {
  const asked = new Set(questionsOf(page).flatMap(({ name, commentName }) => [name, commentName]))
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !asked.has(name)))
}

function readAnswer(question: Question, fields: URLSearchParams): unknown {
  const { name, type, choices, everyRow, json } = question
  const given = text(fields.get(name))
  switch (type) {
    case 'checkbox': {
      const chosen = fields.getAll(name).filter((one) => one !== '')
      return chosen.length === 0 ? undefined : chosen.map((one) => codeOf(choices, one))
    }
    case 'matrix': {
      const rows = everyRow.flatMap(({ value: row }) => {
        const column = text(fields.get(rowName(name, row)))
        return column === undefined ? [] : [[String(row), codeOf(choices, column)]]
      })
      return rows.length === 0 ? undefined : Object.fromEntries(rows)
    }
    case 'boolean': {
      const side = [trueOf(question), falseOf(question)].find((one) => String(one) === given)
      return side ?? given
    }
    case 'text':
      return textIn(json, 'inputType') === 'number' || textIn(json, 'inputType') === 'range' ? numberOf(given) : given
    case 'comment':
      return given
    default:
      return given === undefined ? undefined : codeOf(choices, given)
  }
}

const codeOf = (choices: readonly Choice[], given: string): unknown =>
  choices.find(({ value }) => String(value) === given)?.value ?? given

/** Browsers end lines with CR LF; SurveyJS keeps LF. */
const text = (given: string | null): string | undefined => {
  const plain = given?.replaceAll('\r\n', '\n')
  return plain === undefined || plain.trim() === '' ? undefined : plain
}

/** Full-width digits are digits. */
function numberOf(given: string | undefined): unknown {
  const plain = given?.normalize('NFKC').trim()
  if (plain === undefined) return undefined
  return Number.isFinite(Number(plain)) ? Number(plain) : given
}
