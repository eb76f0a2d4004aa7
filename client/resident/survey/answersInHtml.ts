import { type Model, QuestionHtmlModel } from 'survey-core'
import { html } from '../page/html.ts'

/** SurveyJS puts answers into HTML as they are, though they may be somebody else's, come with a code: here they stay text. */
export function keepAnswersText(model: Model): void {
  for (const question of model.getAllQuestions()) {
    if (!(question instanceof QuestionHtmlModel)) continue
    question.locHtml.onGetTextCallback = (processed: string, written = processed): string =>
      written.replace(/\{[^{}]+\}/g, (name: string) => html`${model.processText(name, true)}`.html)
  }
}
