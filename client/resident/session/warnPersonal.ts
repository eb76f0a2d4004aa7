import type { Question } from 'survey-core'
import { html } from '../page/html.ts'
import { say } from '../page/say.ts'
import { text } from '../text.ts'
import { shown } from './display.ts'
import { showFaults } from './faults.ts'
import { seemsPersonal } from './personal.ts'

/** The questions whose open answers seem to name somebody. */
export const personalIn = (questions: readonly Question[]): Question[] =>
  questions.filter((question) =>
    [question.getType() === 'comment' || question.getType() === 'text' ? question.value : '', question.comment].some(
      (words) => typeof words === 'string' && seemsPersonal(words),
    ),
  )

/** Says so; the person decides. */
export function warnPersonal(questions: readonly Question[]): void {
  showFaults(
    text.personal,
    questions.map((question) => ({ field: question.id, words: question.processedTitle })),
    html`<button type="button" data-do="next">${say(shown.language, text.personalKeep)}</button>`,
  )
}
