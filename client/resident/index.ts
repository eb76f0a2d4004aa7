import type { Language } from '../../scoring/text.ts'
import { byId } from './dom.ts'
import { say } from './page/say.ts'
import { tellStatus } from './session/chrome.ts'
import { takeCodes } from './session/codes.ts'
import { onShownChanged, show, shown } from './session/display.ts'
import { showReceipt } from './session/done.ts'
import { drawGoOn, fetchElsewhere } from './session/elsewhere.ts'
import { followFault } from './session/faults.ts'
import { type Draft, draftOf, forgetDraft, forgetReceipt, receiptOf } from './session/keep.ts'
import { deliverOthers, waitingFor } from './session/outbox.ts'
import { isSecondTap } from './session/secondTap.ts'
import { send, sendNow } from './session/sending.ts'
import { openSession, type Session } from './session/session.ts'
import { switchWelcome } from './session/switchWelcome.ts'
import { text } from './text.ts'

const { survey }: { survey: string } = JSON.parse(byId('start').textContent ?? '')
const codes = takeCodes()
let session: Promise<Session> | undefined
let onPage = new AbortController()

/** SurveyJS is fetched once; what failed is tried again when it is asked for again. */
function prepared(): Promise<Session> {
  session ??= open()
  return session
}

/** Opens a session; one that was opened before gives the page to it. */
function open(resumed?: Draft): Promise<Session> {
  onPage.abort()
  onPage = new AbortController()
  const { signal } = onPage
  return openSession({ survey, codes, resumed, signal }).catch((error) => {
    if (!signal.aborted) session = undefined
    throw error
  })
}

/** So long somebody waits for SurveyJS before the plain pages go on instead, in milliseconds. */
const patience = 15_000

let beginning = false

/** Goes on from the first page: with SurveyJS, or without it where the line or the browser is not up to it. */
async function begin() {
  if (beginning) return
  beginning = true
  tellStatus(say(shown.language, text.loading))
  const slow = new Promise<undefined>((resolve) => setTimeout(resolve, patience))
  const opened = await Promise.race([prepared().catch(() => undefined), slow])
  beginning = false
  // Meanwhile somebody may have gone on with an earlier response, or changed the language: then the form is another.
  if (byId('opening').hidden) return
  const form = byId<HTMLFormElement>('first')
  if (opened) opened.beginFrom(form)
  else if (navigator.onLine) form.submit()
  else tellStatus(say(shown.language, text.notLoaded))
}

/** Goes on with what another device has left. */
async function goOn() {
  const draft = await fetchElsewhere(survey, byId<HTMLInputElement>('go-on-code').value)
  if (draft) await resume(draft)
  else byId('go-on-wrong').textContent = say(shown.language, text.goOnUnknown)
}

/** Set where a page of the questionnaire was loaded anew (page/earlier.ts). */
const goingOn = 'going-on'

/** The first page gives way at once: what somebody answered there meanwhile would be lost. */
async function resume(draft = draftOf(survey)) {
  const opening = ['welcome', 'opening'].map((id) => byId(id))
  for (const part of opening) part.hidden = true
  document.documentElement.classList.remove(goingOn)
  tellStatus(say(shown.language, text.loading))
  try {
    session = open(draft)
    ;(await session).show()
  } catch {
    if (session) return
    for (const part of [...opening, byId('resume'), byId('draft-here')]) part.hidden = false
    tellStatus(say(shown.language, text.notLoaded))
  }
}

const deeds: Record<string, () => void> = {
  next: async () => (await prepared()).next(),
  back: async () => (await prepared()).back(),
  speak: async () => (await prepared()).speak(),
  park: async () => (await prepared()).park(),
  resume: () => void resume(),
  anew: () => {
    forgetDraft(survey)
    byId('resume').hidden = true
  },
  forget: () => {
    forgetReceipt(survey)
    byId('resume').hidden = true
  },
  'send-now': sendNow,
}

document.addEventListener('click', (event) => {
  const target = event.target as Element
  if (target.closest('.steps') && isSecondTap(event)) {
    event.preventDefault()
    return
  }
  const link = target.closest<HTMLElement>('[data-do],[data-language],[data-elder],[data-field]')
  if (!link) return
  const { do: deed, language, elder, field } = link.dataset
  if (field !== undefined) {
    if (followFault(link)) event.preventDefault()
    return
  }
  event.preventDefault()
  if (deed !== undefined) deeds[deed]?.()
  if (language !== undefined) show({ language: language as Language })
  if (elder !== undefined) show({ elder: elder === 'on' })
})

byId('main').addEventListener('submit', (event) => {
  const { id } = event.target as Element
  if (id !== 'first' && id !== 'go-on-form') return
  event.preventDefault()
  if (id === 'first') void begin()
  else void goOn()
})

onShownChanged(() => void switchWelcome())
onShownChanged(drawGoOn)
drawGoOn()

/**
 * Reading SurveyJS stops an old phone for a moment: not before the first answer, unless that takes a while.
 * On a poor line it has not arrived before then anyway.
 */
function prepareSoon() {
  const prepare = () => void prepared().catch(() => tellStatus(''))
  // The first answer may have come before this script.
  const isAnswered = document.querySelector('#first input:checked') !== null
  const timer = setTimeout(prepare, isAnswered ? 50 : 2000)
  const afterAnswer = () => {
    clearTimeout(timer)
    setTimeout(prepare, 50)
  }
  byId('main').addEventListener('change', afterAnswer, { once: true })
}

// What was pressed before this script had come; from now on it is done at once (page/earlier.ts).
const { pressed } = byId('resume').dataset
delete byId('resume').dataset.loading
const unsent = waitingFor(survey)
if (unsent) void send(unsent, () => void resume())
else if (document.documentElement.classList.contains(goingOn)) void resume()
else {
  if (pressed !== undefined) {
    tellStatus('')
    deeds[pressed]?.()
  }
  prepareSoon()
}
void deliverOthers(survey)

for (const event of ['offline', 'online']) window.addEventListener(event, () => tellStatus(''))
window.addEventListener('storage', () => {
  const receipt = receiptOf(survey)
  if (!byId('session').hidden && receipt && !draftOf(survey)) showReceipt(receipt.receipt)
})
