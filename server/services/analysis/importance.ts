import { type ImportanceMatrix, importanceMatrix } from '../../../scoring/analysis/importance.ts'
import { formOf } from '../../../surveys/answers/form.ts'
import { isJson, listOf } from '../../../surveys/answers/json.ts'
import type { Context } from '../../context.ts'
import { answersBetween, boundAfter } from '../../store/browse.ts'
import { countedAmong } from '../../store/tally.ts'
import type { Published } from '../published.ts'
import { versionsOf } from '../tally/live.ts'
import { scoreOf } from '../tally/score.ts'

interface Kept {
  mark: string
  matrix: Promise<ImportanceMatrix>
}

const kept = new WeakMap<Context['changes'], Map<string, Kept>>()

/** What people would most like to see improved beside how content they are; worked out once for every state of the responses. */
export async function importanceOf(context: Context, survey: Published): Promise<ImportanceMatrix> {
  const matrices = kept.get(context.changes) ?? new Map<string, Kept>()
  kept.set(context.changes, matrices)
  const { version, revision } = await versionsOf(context, survey)
  const mark = `${version} ${revision}`
  const known = matrices.get(survey.id)
  if (known?.mark === mark) return known.matrix
  const matrix = compute(context, survey)
  matrices.set(survey.id, { mark, matrix })
  // A failure is told to whoever asked, and not kept.
  matrix.catch(() => matrices.delete(survey.id))
  return matrix
}

async function compute(context: Context, survey: Published): Promise<ImportanceMatrix> {
  const { dimensions } = await scoreOf(context, survey.id)
  const question = improvementQuestion(survey)
  const mentions: Record<string, number> = {}
  let people = 0
  if (question !== undefined) {
    for await (const answers of countedAnswers(context, survey)) {
      const named = answers[question]
      if (!Array.isArray(named) || named.length === 0) continue
      people += 1
      for (const code of named) if (typeof code === 'string') mentions[code] = (mentions[code] ?? 0) + 1
    }
  }
  return importanceMatrix(dimensions, mentions, people)
}

/** Name of the question whose choices are the dimensions of the score; none where nobody is asked. */
function improvementQuestion({ questionnaire, key }: Published): string | undefined {
  const codes = new Set(key.dimensions.map(({ code }) => code))
  const question = formOf(questionnaire).questions.find(({ json }) => {
    const choices = listOf(json.choices).map((choice) => (isJson(choice) ? choice.value : choice))
    return json.type === 'checkbox' && choices.length > 1 && choices.every((code) => codes.has(String(code)))
  })
  return question?.name
}

const atOnce = 2000

/** A page at a time, so that others are answered meanwhile. */
async function* countedAnswers({ db }: Context, survey: Published): AsyncGenerator<Record<string, unknown>> {
  let after: string | null = ''
  while (after !== null) {
    const bound: string | null = await boundAfter(db, survey, after, atOnce)
    const rows = await answersBetween(db, survey, after, bound)
    const counted = await countedAmong(
      db,
      survey,
      rows.map(({ id }) => id),
    )
    for (const { id, answers } of rows) if (counted.has(id)) yield JSON.parse(answers)
    after = bound
  }
}
