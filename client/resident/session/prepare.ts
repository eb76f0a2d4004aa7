import type { Model } from 'survey-core'
import type { PublicSurvey } from '../../../server/shapes/survey.ts'
import { ask } from '../api.ts'
import { idOfPage, newResponseId } from '../responseId.ts'
import type { Codes } from './codes.ts'
import { shown } from './display.ts'
import type { Draft } from './keep.ts'
import { goTo } from './steps.ts'
import { takeOver } from './takeOver.ts'

export interface Opening {
  survey: string
  codes: Codes
  resumed: Draft | undefined
  /** Aborted when another session takes the page: this one is taken away, or not drawn at all. */
  signal: AbortSignal
}

/** SurveyJS with the questionnaire and what was answered of it, where the person was. */
export interface Prepared {
  questions: typeof import('../survey/questions.tsx')
  model: Model
  /** The answers as they are sent. */
  finished: () => Record<string, unknown>
  draft: Draft
  codes: Codes
}

export const localeOf = { zh: 'zh-cn', en: 'en' }

/** Lets taps and keys through between two pieces of work that each stop an old phone for a moment. */
export async function pause(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve))
  if (signal.aborted) throw new Error('another session has taken the page')
}

/** Loads SurveyJS and the questionnaire. @throws {Error} if either cannot be had, or another session has taken the page */
export async function prepare({ survey, codes: carried, resumed, signal }: Opening): Promise<Prepared> {
  const [questions, definition] = await Promise.all([
    import('../survey/questions.tsx'),
    ask<PublicSurvey>('GET', `/api/surveys/${encodeURIComponent(survey)}`),
  ])
  await pause(signal)
  if (!('value' in definition)) throw new Error('the questionnaire could not be fetched')
  const { questionnaire } = definition.value
  const draft: Draft = resumed ?? { id: idOfPage() ?? newResponseId(), answers: {}, step: '', timings: {} }
  const codes: Codes = { ...resumed?.codes, ...carried }
  draft.codes = codes
  const model = questions.openQuestionnaire({
    id: draft.id,
    questionnaire,
    locale: localeOf[shown.language],
    single: shown.elder,
  })
  model.data = draft.answers
  takeOver(draft.fields ?? [], model)
  delete draft.fields
  if (draft.step !== '') goTo(model, draft.step)
  const finished = () => questions.finishedAnswers(questionnaire, model.data)
  return { questions, model, finished, draft, codes }
}
