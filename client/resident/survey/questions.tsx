import './polyfills.ts'
import { createRoot } from 'react-dom/client'
import 'survey-core/i18n/simplified-chinese'
import { Model, QuestionBooleanModel, QuestionMatrixModel, QuestionRatingModel, settings } from 'survey-core'
import { Survey } from 'survey-react-ui'
import { questionnaireInOrder } from '../../../surveys/order/questionnaire.ts'
import { registerScoringProperties } from '../../../surveys/properties.ts'
import { keepAnswersText } from './answersInHtml.ts'
import { css } from './css.ts'
import { nameFields } from './nameFields.ts'

/** Answers that say why there is no rating; they stand apart from the scale. */
const apart: readonly unknown[] = [97, 98, 99]

interface Opening {
  /** Of the response: it draws the order of what is shuffled. */
  id: string
  questionnaire: Record<string, unknown>
  locale: string
  /** One question a page. */
  single: boolean
}

/** The questionnaire as SurveyJS runs it. Its pages are turned and its answers sent by the page around it. */
export function openQuestionnaire({ id, questionnaire, locale, single }: Opening): Model {
  registerScoringProperties()
  settings.animationEnabled = false
  const model = new Model(questionnaireInOrder(questionnaire, id))
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
  // What is typed is kept, though the page may close before the field is left.
  model.textUpdateMode = 'onTyping'
  model.questionErrorLocation = 'top'
  setSingle(model, single)
  model.css = css
  model.onUpdateChoiceItemCss.add((_, options) => {
    if (apart.includes(options.item.value)) options.css += ' choice-apart'
  })
  keepAnswersText(model)
  for (const question of model.getAllQuestions()) {
    // What every phone and every screen reader knows.
    if (question.getType() === 'dropdown') question.renderAs = 'select'
    if (question instanceof QuestionMatrixModel) question.displayMode = 'list'
    if (question instanceof QuestionRatingModel) {
      // Numbers or words, side by side: stars and faces are read aloud by nobody.
      question.rateType = 'labels'
      question.displayMode = 'buttons'
    }
    if (question instanceof QuestionBooleanModel) {
      // Two choices in words: a box that is not ticked would be an answer.
      question.displayMode = 'radio'
      question.swapOrder = true
    }
  }
  return model
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

/** Draws the questionnaire, and says when it stands. @returns what takes it away again */
export function drawQuestionnaire(model: Model, place: Element, onDrawn = () => {}): () => void {
  model.onAfterRenderSurvey.add(onDrawn)
  const observer = new MutationObserver(() => nameFields(place))
  observer.observe(place, { childList: true, subtree: true })
  const root = createRoot(place)
  root.render(<Survey model={model} />)
  return () => {
    observer.disconnect()
    root.unmount()
  }
}
