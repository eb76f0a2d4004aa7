import type { Model } from 'survey-core'
import type { Language } from '../../scoring/text.ts'
import type { PublicSurvey } from '../../server/shapes/survey.ts'
import { ask, sendResponse } from './api.ts'
import { byId } from './dom.ts'
import { say } from './page/say.ts'
import { showProblems } from './problems.ts'
import { showReceipt } from './receipt.ts'
import { newResponseId } from './responseId.ts'
import { text } from './text.ts'

interface Start {
  survey: string
  language: Language
}

/** Opens the questionnaire in place of the welcome. @throws {Error} if it cannot be loaded */
export async function openSession({ survey, language }: Start): Promise<void> {
  const [questions, definition] = await Promise.all([
    import('./survey/questions.tsx'),
    ask<PublicSurvey>('GET', `/api/surveys/${encodeURIComponent(survey)}`),
  ])
  if (!('value' in definition)) throw new Error('the questionnaire could not be fetched')

  const id = newResponseId()
  const model = questions.openQuestionnaire({
    questionnaire: definition.value.questionnaire,
    locale: language === 'zh' ? 'zh-cn' : 'en',
    single: document.documentElement.classList.contains('elder'),
  })
  questions.drawQuestionnaire(model, byId('questions'))
  byId('welcome').hidden = true
  byId('first').hidden = true
  byId('session').hidden = false
  showPage(model, language)

  const next = byId<HTMLButtonElement>('next')
  let sending = false

  byId('back').addEventListener('click', () => {
    model.prevPage()
    showPage(model, language)
  })
  next.addEventListener('click', async () => {
    if (sending) return
    if (!model.validateCurrentPage()) {
      showProblems(model, language)
      return
    }
    if (!model.isLastPage) {
      model.nextPage()
      showPage(model, language)
      return
    }
    sending = true
    next.setAttribute('aria-disabled', 'true')
    next.textContent = say(language, text.sending)
    const answers = questions.finishedAnswers(definition.value.questionnaire, model.data)
    const sent = await sendResponse(survey, { id, answers, locale: model.locale })
    sending = false
    next.removeAttribute('aria-disabled')
    next.textContent = say(language, text.send)
    if ('value' in sent) showReceipt(sent.value, language)
    else
      byId('status').textContent =
        'refusal' in sent ? say(language, sent.refusal.texts.title) : say(language, text.notLoaded)
  })
}

function showPage(model: Model, language: Language) {
  const page = model.currentPageNo + 1
  const pages = model.visiblePages.length
  const progress = byId('progress')
  progress.textContent = say(language, text.progress, { page, pages })
  const bar = document.createElement('progress')
  bar.max = pages
  bar.value = page
  bar.setAttribute('aria-hidden', 'true')
  progress.append(bar)
  byId('section').textContent = model.currentPage?.processedTitle || say(language, text.progress, { page, pages })
  byId('problems').textContent = ''
  byId('back').hidden = model.isFirstPage
  byId('next').textContent = say(language, model.isLastPage ? text.send : text.next)
  window.scrollTo(0, 0)
  byId('section').focus({ preventScroll: true })
}
