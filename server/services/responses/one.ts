import type { Text } from '../../../scoring/text.ts'
import { formOf } from '../../../surveys/answers/form.ts'
import { answerInWords, openNames } from '../../../surveys/answers/inWords.ts'
import { textOf } from '../../../surveys/answers/text.ts'
import { Problem } from '../../http/problem.ts'
import type { ResponseView } from '../../shapes/responses.ts'
import { marksOf } from '../../store/browse.ts'
import type { Store } from '../../store/database.ts'
import { findResponse } from '../../store/responses.ts'
import { tracesOf } from '../../store/traces.ts'
import type { Published } from '../published.ts'
import { rowOf } from './rows.ts'
import { screened } from './screen.ts'

/** One response in words, without anything of who sent it. @throws {Problem} `not-found` */
export async function oneResponse(db: Store, survey: Published, id: string): Promise<ResponseView> {
  const response = await findResponse(db, survey, id)
  if (!response) throw new Problem('not-found')
  const marks = await marksOf(db, survey, id)
  const trace = (await tracesOf(db, survey, [id])).get(id)
  const { flags = null, relative = null } = trace ?? {}
  return {
    ...rowOf(survey, { ...response, mark: marks.at(-1)?.kind ?? null, flags, relative }),
    points: trace?.points ?? 0,
    marks: marks.map(({ kind, reason, marked_by, marked_at }) => ({ kind, reason, by: marked_by, at: marked_at })),
    answers: inWords(survey, JSON.parse(response.answers ?? '{}')),
  }
}

function inWords({ questionnaire }: Published, answers: Record<string, unknown>): ResponseView['answers'] {
  const { questions } = formOf(questionnaire)
  const open = openNames(questions)
  return questions.flatMap((question) =>
    [question.name, question.commentName].flatMap((name) => {
      const value = answers[name]
      if (value === undefined) return []
      const answer = open.has(name) ? asWritten(String(value)) : answerInWords(question, value)
      return [{ name, question: textOf(question.json.title ?? question.name), answer }]
    }),
  )
}

function asWritten(words: string): Text {
  const { text } = screened(words)
  return { zh: text, en: text }
}
