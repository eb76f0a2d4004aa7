import type { Refusal } from '../api.ts'
import { byId } from '../dom.ts'
import { say } from '../page/say.ts'
import { text } from '../text.ts'
import { drawChrome, isBusy, setBusy, tellStatus, toTop } from './chrome.ts'
import { hasConsent, hasDeclined } from './consent.ts'
import { onShownChanged, shown } from './display.ts'
import { showEnding } from './done.ts'
import { drawElsewhere, parkElsewhere } from './elsewhere.ts'
import { faultOf, hideFaults, showFaults } from './faults.ts'
import { findingsIn } from './findings.ts'
import { forgetDraft, keepDraft } from './keep.ts'
import { keepOffline } from './keepOffline.ts'
import { endsScreening, giveUpPlace, renewPlace, takePlace } from './place.ts'
import { localeOf, type Opening, pause, prepare } from './prepare.ts'
import { send } from './sending.ts'
import { speak, stopSpeaking } from './speech.ts'
import { faultsOf, goTo, move, questionsOf, type Step, stepNow, stepNumber, stepsOf } from './steps.ts'
import { givenIn, takeOver } from './takeOver.ts'
import { tellProgress } from './visit.ts'
import { personalIn, warnPersonal } from './warnPersonal.ts'

/** The questionnaire in the person's hands. */
export interface Session {
  next: () => void
  back: () => void
  speak: () => void
  /** Puts the answers where another device finds them. */
  park: () => void
  /** Puts the questionnaire in place of the welcome. */
  show: () => void
  /** Goes on from the plain first page with what it was given. */
  beginFrom: (form: HTMLFormElement) => void
}

/** What stands on the page before the session, and not with it. */
const around = ['welcome', 'opening', 'resume', 'go-on', 'others']

/** A place is renewed when it has less than this left, in milliseconds. */
const renewWithin = 180_000

/** Opens a session on the page, behind what stands there. @throws {Error} as `prepare` does */
export async function openSession(opening: Opening): Promise<Session> {
  const { survey, signal } = opening
  const { questions, model, finished, draft, codes } = await prepare(opening)
  let undraw = () => {}

  let entered = performance.now()
  let warned = ''

  model.onValueChanged.add(() => {
    keep()
    // An answer can change how many questions follow.
    if (!isBusy()) drawChrome(model)
  })
  const unheard = onShownChanged(() => {
    const { name } = stepNow(model)
    model.locale = localeOf[shown.language]
    if (model.isSingleVisibleQuestion !== shown.elder) {
      questions.setSingle(model, shown.elder)
      goTo(model, name)
    }
    draft.step = stepNow(model).name
    hideFaults()
    drawChrome(model)
    drawElsewhere()
  })
  window.addEventListener('popstate', turnBack)
  signal.addEventListener('abort', () => {
    unheard()
    window.removeEventListener('popstate', turnBack)
    undraw()
  })
  await pause(signal)
  undraw = questions.drawQuestionnaire(model, byId('questions'), () => performance.mark('tiyan:ready'))

  function turnBack({ state }: PopStateEvent) {
    if (typeof state?.step !== 'string' || byId('session').hidden) return
    leave()
    goTo(model, state.step)
    arrive()
  }

  function keep() {
    draft.answers = model.data
    if (hasConsent(model)) keepDraft(survey, draft)
  }

  function leave() {
    stopSpeaking()
    const { name } = stepNow(model)
    draft.timings[name] = Math.round((draft.timings[name] ?? 0) + performance.now() - entered)
    entered = performance.now()
  }

  function arrive() {
    draft.step = stepNow(model).name
    warned = ''
    keep()
    void keepSeat()
    hideFaults()
    drawChrome(model)
    drawElsewhere()
    toTop()
    tellStatus('')
    if (!hasConsent(model)) return
    tellProgress(survey, 'page', stepNumber(model) + 1)
    void keepOffline(survey)
  }

  function next() {
    if (isBusy()) return
    const step = stepNow(model)
    if (hasDeclined(model)) return decline()
    const faults = faultsOf(step)
    if (faults.length > 0) return showFaults(text.problems, faults.map(faultOf))
    const personal = personalIn(questionsOf(step))
    if (personal.length > 0 && warned !== step.name) {
      warned = step.name
      return warnPersonal(personal)
    }
    if (stepNumber(model) === 0) tellProgress(survey, 'consented', 1)
    void goOn(step)
  }

  /** Also who had agreed before leaves nothing behind. */
  function decline() {
    forgetDraft(survey)
    if (draft.place) void giveUpPlace(survey, draft.place)
    showEnding('declined')
  }

  async function goOn(step: Step) {
    if (endsScreening(model, step) && !(await isSeated())) return
    // The person has gone back meanwhile.
    if (stepNow(model) !== step) return
    leave()
    if (!move(model, 1)) return void finish()
    history.pushState({ ...history.state, step: stepNow(model).name, depth: (history.state?.depth ?? 0) + 1 }, '')
    arrive()
    if (endsScreening(model, step)) tellProgress(survey, 'started', stepNumber(model) + 1)
    if (draft.place?.quota === 'over') tellStatus(say(shown.language, text.over))
  }

  /** Whether the person belongs to the population; they have a seat then, where one could be had. */
  async function isSeated(): Promise<boolean> {
    setBusy(true, model)
    const seat = await takePlace(survey, model, codes).finally(() => setBusy(false, model))
    if ('ending' in seat) {
      forgetDraft(survey)
      showEnding(seat.ending)
      return false
    }
    if ('place' in seat) draft.place = seat.place
    return true
  }

  async function keepSeat() {
    const { place } = draft
    if (!place || new Date(place.expiresAt).getTime() - Date.now() > renewWithin) return
    const renewed = await renewPlace(survey, place)
    if (renewed) draft.place = renewed
  }

  function back() {
    if ((history.state?.depth ?? 0) > 0) return history.back()
    leave()
    move(model, -1)
    arrive()
  }

  async function finish() {
    keep()
    // Who could not be reached by the server then may need a place now.
    if (!draft.place && stepsOf(model).some((step) => endsScreening(model, step)) && !(await isSeated())) return
    setBusy(true, model, text.sending)
    tellProgress(survey, 'finished', stepsOf(model).length)
    const response = {
      id: draft.id,
      answers: finished(),
      locale: model.locale,
      timings: draft.timings,
      ...(draft.place && { place: draft.place.place }),
      ...codes,
    }
    await send({ survey, response }, mend)
    setBusy(false, model)
  }

  /** What the server finds, though the page did not: back to the first place of it. */
  function mend({ errors, texts }: Refusal) {
    byId('after').hidden = true
    byId('session').hidden = false
    const { step, faults } = findingsIn(model, errors)
    if (step) goTo(model, step.name)
    arrive()
    showFaults(texts.title, faults)
  }

  function show() {
    for (const id of around) byId(id).hidden = true
    byId('session').hidden = false
    tellStatus('')
    history.replaceState({ ...history.state, step: stepNow(model).name, depth: history.state?.depth ?? 0 }, '')
    arrive()
  }

  return {
    next,
    back,
    show,
    speak: () => speak([byId('questions')]),
    park: () => void parkElsewhere(survey, draft),
    beginFrom: (form) => {
      takeOver(givenIn(form), model)
      show()
      next()
    },
  }
}
