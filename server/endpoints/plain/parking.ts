import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { plainParkedPage } from '../../../client/resident/plain/pages.ts'
import type { Carried } from '../../../client/resident/plain/state.ts'
import { firstStep, type Step } from '../../../client/resident/plain/walk.ts'
import type { Form } from '../../../surveys/answers/form.ts'
import { shownAnswers } from '../../../surveys/answers/look.ts'
import { formInOrder } from '../../../surveys/order/form.ts'
import type { Context } from '../../context.ts'
import { floodGuard } from '../../http/flood.ts'
import { Problem } from '../../http/problem.ts'
import { keepDraft, openDraft } from '../../services/drafts.ts'
import { draftCode } from '../../shapes/survey.ts'
import { newClock } from './clock.ts'
import { type PlainPage, type Setting, stepPage, viewOf } from './show.ts'

interface Server {
  context: Context
  request: IncomingMessage
}

/** Letters and digits that are not taken for one another; 12 of 32 are 60 bits. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

const newCode = (): string =>
  Array.from(randomBytes(12), (byte) => alphabet[byte % 32])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')

async function guard({ context, request }: Server) {
  const wait = await floodGuard(context, 'drafts')(request)
  if (wait > 0) throw new Problem('too-many-requests', { retryAfterSeconds: wait })
}

/** Keeps the answers so far, because the person asks, and shows the code to go on with: the same one if there is one already. */
export async function park(server: Server, setting: Setting, step: Step, carried: Carried): Promise<PlainPage> {
  await guard(server)
  const { survey, look } = setting
  const code = carried.draft ?? newCode()
  const view = viewOf(setting, step, { ...carried, draft: code })
  const draft = { id: carried.id, answers: view.answers, step: view.page.name, timings: carried.clock?.times ?? {} }
  await keepDraft(server.context, survey.id, code, draft)
  return { status: 200, html: plainParkedPage({ survey, ...look }, code, view) }
}

/** Goes on with what was kept under a code; it stays there until it is sent or its time is over. */
export async function resume(server: Server, setting: Setting, code: string, carried: Carried): Promise<PlainPage> {
  await guard(server)
  const kept = await find(server.context, setting.survey.id, code.trim())
  if (!kept) return { ...stepPage(setting, firstStep(setting.form), carried, { unknownCode: true }), status: 422 }
  const { id = carried.id, answers, step, timings } = kept
  // The order of the questions is that of the response that was begun.
  const form = formInOrder(setting.form, id)
  const clock = newClock(server.context, setting.survey.id, id, timings)
  return stepPage({ ...setting, form }, stepAt(form, answers, step), { ...carried, id, draft: code.trim(), clock })
}

async function find(context: Context, survey: string, code: string) {
  if (!draftCode.safeParse(code).success) return undefined
  try {
    return await openDraft(context, survey, code)
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-found') return undefined
    throw error
  }
}

/** The page of this name, or that holds what has it: the full version remembers questions in large type. */
function stepAt(form: Form, kept: Record<string, unknown>, name: string | undefined): Step {
  const answers = shownAnswers(form, kept)
  const page = form.pages.find((one) => one.name === name || one.parts.some((part) => part.name === name))
  return page ? { kind: 'page', page, answers, problems: [], personal: [] } : { ...firstStep(form), answers }
}
