import { setImmediate } from 'node:timers/promises'
import { formOf } from '../../../surveys/answers/form.ts'
import { isJson, listOf } from '../../../surveys/answers/json.ts'
import type { Store } from '../../store/database.ts'
import type { SurveyKey } from '../../store/fieldwork.ts'
import { countedWithAnswers } from '../../store/tally.ts'
import type { Published } from '../published.ts'

/** What people would most like to see improved. */
export interface Mentions {
  /** How many named each dimension, by its code. */
  mentions: Record<string, number>
  /** How many named anything. */
  people: number
}

/** Name of the question whose choices are the dimensions of the score; none where nobody is asked. */
export function improvementQuestion({
  questionnaire,
  key,
}: Pick<Published, 'questionnaire' | 'key'>): string | undefined {
  const codes = new Set(key.dimensions.map(({ code }) => code))
  const question = formOf(questionnaire).questions.find(({ json }) => {
    const choices = listOf(json.choices).map((choice) => (isJson(choice) ? choice.value : choice))
    return json.type === 'checkbox' && choices.length > 1 && choices.every((code) => codes.has(String(code)))
  })
  return question?.name
}

const atOnce = 2000

/** What was named in the responses that count. */
export async function mentionsOf(db: Store, survey: SurveyKey, question: string | undefined): Promise<Mentions> {
  const mentions: Record<string, number> = {}
  let people = 0
  if (question === undefined) return { mentions, people }
  const mark = `${JSON.stringify(question)}:`
  let looked = 0
  for await (const { answers } of countedWithAnswers(db, survey)) {
    // Who asks for something else meanwhile is answered.
    if (++looked % atOnce === 0) await setImmediate()
    if (!answers.includes(mark)) continue
    const named = JSON.parse(answers)[question]
    if (!Array.isArray(named) || named.length === 0) continue
    people += 1
    for (const code of named) if (typeof code === 'string') mentions[code] = (mentions[code] ?? 0) + 1
  }
  return { mentions, people }
}
