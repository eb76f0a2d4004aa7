import { type Refusal, sendResponse } from '../api.ts'
import { type EndingName, refusalEndings } from '../page/endings.ts'
import { dropWaiting, forgetDraft, keepReceipt, keepWaiting, type Waiting, waiting } from './keep.ts'

/** What became of sending a response. */
export type Outcome =
  | { kind: 'taken'; receipt: string }
  /** It stays on the device and is sent later. */
  | { kind: 'waiting'; seconds: number }
  | { kind: 'ended'; ending: EndingName }
  /** Something in it must be mended first. */
  | { kind: 'faulty'; refusal: Refusal }

/** Refusals that no repetition changes; a survey that is not there any more is over. */
const final: Partial<Record<string, EndingName>> = { ...refusalEndings, 'not-found': 'closed' }

/** Sends a response, now or as soon as that is possible; however often it is called, it counts once. */
export async function deliver(one: Waiting): Promise<Outcome> {
  keepWaiting(one)
  const { survey, response } = one
  const sent = await sendResponse(survey, response)
  if ('unreachable' in sent) return { kind: 'waiting', seconds: 15 }
  if ('value' in sent) {
    const { id, receipt } = sent.value
    settle(one)
    keepReceipt(survey, { id, receipt, sent: new Date().toISOString() })
    return { kind: 'taken', receipt }
  }
  const { refusal } = sent
  const ending = final[refusal.code]
  if (ending) {
    settle(one)
    return { kind: 'ended', ending }
  }
  if (refusal.status < 500 && refusal.status !== 429 && refusal.code !== 'survey-not-open') {
    dropWaiting(response.id)
    return { kind: 'faulty', refusal }
  }
  return { kind: 'waiting', seconds: refusal.retryAfterSeconds ?? 15 }
}

function settle({ survey, response }: Waiting) {
  dropWaiting(response.id)
  forgetDraft(survey)
}

/** Sends whatever waits for another survey; what waits for this one is shown to the person. */
export async function deliverOthers(survey: string): Promise<void> {
  for (const one of waiting()) if (one.survey !== survey) await deliver(one)
}

export const waitingFor = (survey: string): Waiting | undefined => waiting().find((one) => one.survey === survey)
