import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { plainEndingPage, plainReceiptPage } from '../../../client/resident/plain/pages.ts'
import {
  type Carried,
  fieldNames,
  newCarried,
  readCodes,
  readState,
  type State,
} from '../../../client/resident/plain/state.ts'
import { type Answers, askedOn, firstStep, type Going, type Step, walk } from '../../../client/resident/plain/walk.ts'
import { type Form, formOf } from '../../../surveys/answers/form.ts'
import { formInOrder } from '../../../surveys/order/form.ts'
import type { Context } from '../../context.ts'
import { floodGuard } from '../../http/flood.ts'
import { Problem } from '../../http/problem.ts'
import { type Collector, collect } from '../../services/collect/collect.ts'
import { forgetDraft } from '../../services/drafts.ts'
import { requestPlace } from '../../services/places/request.ts'
import { patienceOf } from '../../services/proof/proof.ts'
import { demandsPlace, findPublished, type Published } from '../../services/published.ts'
import { newClock, ticked } from './clock.ts'
import { park, resume } from './parking.ts'
import { lastScreening, note, noteStep } from './progress.ts'
import { refused } from './refused.ts'
import { closedPage, type Look, type PlainPage, type Setting, type Survey, stepPage } from './show.ts'

interface Server {
  context: Context
  collector: Collector
  request: IncomingMessage
}

/** The first page: welcome, consent, the first questions. */
export async function openPlain(
  context: Context,
  survey: Survey,
  look: Look,
  code: (name: string) => unknown,
): Promise<PlainPage> {
  if (survey.state !== 'open' || !('questionnaire' in survey)) return closedPage(survey, look)
  const begun = await withTicket(context, survey, newCarried(randomUUID(), readCodes(code)))
  const state = { ...begun, clock: newClock(context, survey.id, begun.id) }
  const form = formInOrder(formOf(survey.questionnaire), state.id)
  return stepPage({ survey, form, look }, firstStep(form), state)
}

/** What follows a page that was filled in: the next one, the same with what is to be mended, or the end. */
export async function answerPlain(
  server: Server,
  survey: Survey,
  fields: URLSearchParams,
  look: Look,
): Promise<PlainPage> {
  if (!('questionnaire' in survey)) return closedPage(survey, look)
  const sent = readState(fields.get(fieldNames.state)) ?? stateOfFirst(formOf(survey.questionnaire), fields)
  const came = await withTicket(server.context, survey, sent)
  const form = formInOrder(formOf(survey.questionnaire), came.id)
  const state = { ...came, clock: ticked(server.context, survey.id, form, came) }
  // Who began under a place before closing may finish; collecting decides for how long.
  if (survey.state !== 'open' && !(survey.state === 'closed' && state.place)) return closedPage(survey, look)

  const { going, shown } = goingOf(fields.get(fieldNames.go), look)
  const setting: Setting = { survey, form, look: shown }
  if (going === 'resume') return resume(server, setting, fields.get(fieldNames.code) ?? '', state)
  const step = walk(form, state, fields, going === 'park' ? 'stay' : going)
  if (going === 'next' && step.answers.consent === false) {
    return { status: 200, html: plainEndingPage({ survey, ...shown }, 'declined') }
  }
  try {
    if (going === 'park') return await park(server, setting, step, state)
    const { onward, over } =
      going === 'next' ? await screened(server, setting, state, step) : { onward: state, over: false }
    const furthest = going === 'next' ? await noteStep(server.context, survey.id, form, state, step) : state.furthest
    if (step.kind === 'page')
      return stepPage(setting, step, { ...onward, furthest, warned: [...onward.warned, ...step.personal] }, { over })
    return await finish(server, setting, step.answers, onward)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return refused(error, setting, state, step)
  }
}

async function finish(
  server: Server,
  { survey, form, look }: Setting,
  answers: Answers,
  carried: Carried,
): Promise<PlainPage> {
  await note(server.context, survey.id, { event: 'finished', page: formOf(survey.questionnaire).pages.length })
  const timings = Object.keys(carried.clock?.times ?? {}).length > 0 ? carried.clock?.times : undefined
  const { receipt } = await collect(
    server.collector,
    survey.id,
    {
      id: carried.id,
      answers,
      locale: look.language === 'zh' ? 'zh-cn' : 'en',
      ...(timings && { timings }),
      ...(carried.place !== undefined && { place: carried.place }),
      ...credentialsOf(carried.codes),
    },
    // A single page that comes from what a device has kept was never sent by the server.
    {
      channel: 'open',
      untimed: form.pages.length === 1,
      throttle: (place) => floodGuard(server.context)(server.request, place),
    },
  )
  if (carried.draft !== undefined) await forgetDraft(server.context, survey.id, carried.draft)
  return { status: 200, html: plainReceiptPage({ survey, ...look }, receipt) }
}

/** Who cannot work waits: the ticket goes along from the first page on. */
async function withTicket<C extends Carried>(context: Context, { id }: Survey, carried: C): Promise<C> {
  const survey = await findPublished(context, id)
  const held = survey && (await patienceOf(context, survey, carried.patience))
  return { ...carried, patience: held?.ticket }
}

/** The first page may come from the welcome page, which carries nothing but its fields. */
function stateOfFirst(form: Form, fields: URLSearchParams): State {
  const first = firstStep(form)
  const page = first.kind === 'page' ? first.page : undefined
  const asked = page ? askedOn(form, page, {}) : []
  const carried = newCarried(
    randomUUID(),
    readCodes((name) => fields.get(name)),
  )
  return { ...carried, answers: {}, page: page?.name ?? '', asked }
}

/** The buttons say where to; those for language and size leave the page where it is. */
function goingOf(pressed: string | null, look: Look): { going: Going | 'park' | 'resume'; shown: Look } {
  switch (pressed) {
    case 'park':
    case 'resume':
      return { going: pressed, shown: look }
    case 'zh':
    case 'en':
      return { going: 'stay', shown: { ...look, language: pressed } }
    case 'elder':
    case 'standard':
      return { going: 'stay', shown: { ...look, elder: pressed === 'elder' } }
    default:
      return { going: pressed === 'back' ? 'back' : 'next', shown: look }
  }
}

/** What admits somebody, as the API takes it. */
function credentialsOf({ i, p, e, h }: State['codes']) {
  return {
    ...(i !== undefined && { invitation: i }),
    ...(p !== undefined && e !== undefined && h !== undefined && { signed: { p, e, h } }),
  }
}

/**
 * Once the last screening question is behind, a place is taken: who is not asked further is told so at once, and so is who
 * comes over quota and may go on.
 */
async function screened(
  server: Server,
  { survey, form }: Setting,
  state: State,
  step: Step,
): Promise<{ onward: State; over: boolean }> {
  const asBefore = { onward: state, over: false }
  const left = form.pages.findIndex(({ name }) => name === state.page)
  if (step.kind === 'page' && form.pages.indexOf(step.page) <= left) return asBefore
  const screening = form.questions.filter(({ json }) => json.screening === true)
  const last = lastScreening(form) - 1
  const published = await findPublished(server.context, survey.id)
  if (!published || left < last || (screening.length === 0 && !demandsPlace(published))) return asBefore

  const answers = Object.fromEntries(
    screening.flatMap(({ name, commentName }) =>
      [name, commentName].filter((one) => Object.hasOwn(step.answers, one)).map((one) => [one, step.answers[one]]),
    ),
  )
  const told = JSON.stringify(answers)
  if (state.place !== undefined && state.screened === told) return asBefore
  const { place, quota } = await requestPlace(server.context, survey.id, {
    answers,
    device: null,
    ...(await waitedFor(server, published, state)),
    ...credentialsOf(state.codes),
  })
  return { onward: { ...state, place, screened: told, patience: undefined }, over: quota === 'over' }
}

/** The ticket of who waited long enough; nobody with a code waits for more than a flood. */
async function waitedFor({ context, request }: Server, survey: Published, { codes, patience }: State) {
  const ticket =
    codes.i === undefined && codes.p === undefined ? await patienceOf(context, survey, patience) : undefined
  if (ticket && ticket.waitSeconds > 0) throw new Problem('proof-required', { retryAfterSeconds: ticket.waitSeconds })
  const wait = await floodGuard(context, ticket ? 'patience' : 'answers')(request)
  if (wait > 0) throw new Problem('too-many-requests', { retryAfterSeconds: wait })
  return ticket && { proof: { waited: ticket.ticket } }
}
