import type { Context } from '../context.ts'
import { Problem } from '../http/problem.ts'
import type { SurveyState } from '../shapes/survey.ts'
import { addAudit } from '../store/audit.ts'
import { cutInvitations } from '../store/invitations.ts'
import { changeSurveyState, surveyIds } from '../store/surveys.ts'
import { cutTraces } from '../store/traces.ts'
import { noteEndings } from './invitations/endings.ts'
import { findPublished, forgetPublished, type Published, stateAt } from './published.ts'
import { forgetNetworks } from './quality/network.ts'
import { type QualityScan, scanQuality } from './quality/scan.ts'

/** What may be made of a survey in the field. */
export type SurveyAction = 'pause' | 'resume' | 'close'

interface Act {
  action: SurveyAction
  reason: string
  account: string
}

const from: Record<SurveyAction, readonly SurveyState[]> = {
  pause: ['open'],
  resume: ['paused'],
  close: ['scheduled', 'open', 'paused', 'closed'],
}

export interface SurveyStep {
  state: SurveyState
  /** The final look at the quality of all responses, where the survey has rules. */
  quality?: QualityScan
}

/**
 * Pauses, resumes or closes a survey. Closing judges all responses once and for all, and cuts what leads from a
 * response to who sent it: codes, devices, networks and the key that their hashes were made with.
 * @throws {Problem} `not-found`; `conflict` where its state does not allow it
 */
export async function stepSurvey(context: Context, id: string, { action, reason, account }: Act): Promise<SurveyStep> {
  const survey = await findPublished(context, id)
  if (!survey) throw new Problem('not-found')
  if (!from[action].includes(stateAt(survey, context.now()))) throw new Problem('conflict')
  const at = context.now().toISOString()
  const state = ({ pause: 'paused', resume: 'open', close: 'closed' } as const)[action]
  await context.db.transaction().execute(async (transaction) => {
    const closesAt = state === 'closed' && (survey.closesAt === null || survey.closesAt > at) ? at : survey.closesAt
    await changeSurveyState(transaction, id, { state, closes_at: closesAt })
    await addAudit(transaction, {
      at,
      account,
      action: `survey.${action}`,
      subject: `survey ${id}`,
      detail: { reason },
    })
  })
  forgetPublished(context, id)
  const quality = state === 'closed' ? await finish(context, survey) : undefined
  context.changes.tell({ kind: 'other', survey: id })
  return { state, ...(quality && { quality }) }
}

/**
 * Closes every survey whose last day has passed, as closing by hand does. What it closes is judged and cut first: where
 * that fails or is interrupted, the survey is still to be closed, and all of it is done again.
 */
export async function closeEnded(context: Context): Promise<void> {
  for (const id of await surveyIds(context.db)) {
    const survey = await findPublished(context, id)
    const at = context.now().toISOString()
    if (!survey || survey.closesAt === null || survey.closesAt > at) continue
    if (survey.state === 'draft' || survey.state === 'closed') continue
    await finish(context, survey)
    await context.db.transaction().execute(async (transaction) => {
      await changeSurveyState(transaction, id, { state: 'closed', closes_at: survey.closesAt })
      await addAudit(transaction, {
        at,
        account: null,
        action: 'survey.close',
        subject: `survey ${id}`,
        detail: { reason: 'its last day has passed' },
      })
    })
    forgetPublished(context, id)
    context.changes.tell({ kind: 'other', survey: id })
  }
}

async function finish(context: Context, survey: Published): Promise<QualityScan> {
  const quality = await scanQuality(context, survey, { final: true })
  await context.db.transaction().execute(async (transaction) => {
    await noteEndings(transaction, survey)
    await cutInvitations(transaction, survey)
    await cutTraces(transaction, survey)
  })
  await forgetNetworks(context, survey.id)
  return quality
}
