import type { AttentionCheck, Contradiction } from '../scoring/subjective/quality/rules.ts'
import { isJson, type Json, listOf } from './answers/json.ts'
import { elementsIn } from './elements.ts'

/** The pairs of questions that a questionnaire names as contradictions; checked by `publishing/contradictions.ts`. */
export const contradictionsOf = (questionnaire: Json): Contradiction[] =>
  listOf(questionnaire.contradictions).flatMap((pair): Contradiction[] => {
    const [first, second] = isJson(pair) ? listOf(pair.questions) : []
    if (!isJson(pair) || typeof first !== 'string' || typeof second !== 'string') return []
    const questions = [first, second] as const
    if (typeof pair.apart === 'number') return [{ questions, apart: pair.apart }]
    const [ofFirst, ofSecond] = listOf(pair.answers)
    return [{ questions, answers: [listOf(ofFirst), listOf(ofSecond)] }]
  })

/** The questions that ask for a certain answer. */
export const attentionChecksOf = (questionnaire: Json): AttentionCheck[] =>
  elementsIn(questionnaire).flatMap(({ kind, json: { name, attention } }) =>
    kind === 'question' && typeof name === 'string' && isAnswer(attention)
      ? [{ question: name, answer: attention }]
      : [],
  )

const isAnswer = (value: unknown): value is AttentionCheck['answer'] =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
