import './polyfills.ts'
import { createRoot } from 'react-dom/client'
import 'survey-core/i18n/simplified-chinese'
import { Model, type Question, QuestionBooleanModel, settings } from 'survey-core'
import { Survey } from 'survey-react-ui'
import { registerScoringProperties } from '../../../surveys/properties.ts'
import { css } from './css.ts'

/** Answers that say why there is no rating; they stand apart from the scale. */
const apart: readonly unknown[] = [97, 98, 99]

interface Opening {
  questionnaire: Record<string, unknown>
  locale: string
  /** One question a page. */
  single: boolean
}

/** The questionnaire as SurveyJS runs it. Its pages are turned and its answers sent by the page around it. */
export function openQuestionnaire({ questionnaire, locale, single }: Opening): Model {
  registerScoringProperties()
  settings.animationEnabled = false
  const model = new Model(questionnaire)
  model.locale = locale
  model.showTitle = false
  model.showPageTitles = false
  model.showCompletedPage = false
  model.showNavigationButtons = false
  model.showProgressBar = false
  model.showQuestionNumbers = 'off'
  model.focusFirstQuestionAutomatic = false
  model.autoFocusFirstError = false
  model.generateStylesheet = false
  model.needRenderIcons = false
  model.checkErrorsMode = 'onNextPage'
  model.questionErrorLocation = 'top'
  setSingle(model, single)
  model.css = css
  model.onUpdateChoiceItemCss.add((_, options) => {
    if (apart.includes(options.item.value)) options.css += ' choice-apart'
  })
  model.onAfterRenderQuestion.add((_, { question, htmlElement }) => groupRadios(question, htmlElement))
  for (const question of model.getAllQuestions()) {
    // What every phone and every screen reader knows: a select, and two choices in words instead of a switch.
    if (question.getType() === 'dropdown') question.renderAs = 'select'
    if (question instanceof QuestionBooleanModel && question.displayMode !== 'checkbox') {
      question.displayMode = 'radio'
      question.swapOrder = true
    }
  }
  return model
}

/** SurveyJS leaves the two choices of a boolean question without a group and its name. */
function groupRadios(question: Question, element: HTMLElement) {
  const group = element.querySelector('fieldset[role="presentation"]')
  group?.setAttribute('role', 'radiogroup')
  group?.setAttribute('aria-labelledby', question.ariaTitleId)
}

/** One question at a time, or a page. */
export function setSingle(model: Model, single: boolean): void {
  model.questionsOnPageMode = single ? 'questionPerPage' : 'standard'
}

/** The answers as they are sent: without those of questions that the other answers hide. */
export function finishedAnswers(questionnaire: Record<string, unknown>, answers: Record<string, unknown>) {
  const model = new Model({ ...questionnaire, cookieName: '' })
  model.data = answers
  model.doComplete()
  return model.data as Record<string, unknown>
}

/** Draws the questionnaire; gives back how to take it away. */
export function drawQuestionnaire(model: Model, place: Element): () => void {
  const root = createRoot(place)
  root.render(<Survey model={model} />)
  return () => root.unmount()
}
