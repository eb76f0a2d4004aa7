import type { Context } from '../../context.ts'
import * as store from '../../store/alerts.ts'
import { addAudit } from '../../store/audit.ts'
import { surveyIds } from '../../store/surveys.ts'
import { findWatched, monitorAt, monitorMark } from '../monitor/monitor.ts'
import { findPublished, stateAt } from '../published.ts'
import { findAlerts } from './find.ts'
import { settingsOf } from './settings.ts'

/** Looks at every survey in the field by its rules: raises what is new, clears what is so no longer. */
export async function watchAlerts(context: Context): Promise<void> {
  for (const id of await surveyIds(context.db)) {
    const survey = await findPublished(context, id)
    if (survey && stateAt(survey, context.now()) === 'open') await watchSurvey(context, id)
  }
}

/** The same for one survey. */
export async function watchSurvey(context: Context, id: string): Promise<void> {
  const { db, now, changes } = context
  const watched = await findWatched(context, id)
  const { rules } = await settingsOf(context, id)
  const monitor = await monitorAt(context, watched, await monitorMark(context, watched))
  const found = await findAlerts(context, watched.survey, monitor, rules)
  const at = now().toISOString()
  const changed = await db.transaction().execute(async (transaction) => {
    const standing = await store.standingAlerts(transaction, id)
    const isSame = (one: { kind: string; subject: string }) => (other: { kind: string; subject: string }) =>
      one.kind === other.kind && one.subject === other.subject
    const fresh = found.filter((one) => !standing.some(isSame(one)))
    const over = standing.filter((one) => !found.some(isSame(one)))
    for (const { kind, subject, text } of fresh) {
      const content = JSON.stringify(text)
      await store.addAlert(transaction, { survey_id: id, kind, subject, content, raised_at: at, cleared_at: null })
      await addAudit(transaction, {
        at,
        account: null,
        action: 'alert.raise',
        subject: `survey ${id}`,
        detail: { kind, ...(subject !== '' && { quota: subject }), reason: text.zh },
      })
    }
    for (const one of over) await store.clearAlert(transaction, id, one.id, at)
    return fresh.length + over.length
  })
  if (changed > 0) changes.tell({ kind: 'other', survey: id })
}

/** Sends something to every target, so that whoever set them up sees that it arrives. */
export async function raiseTest({ db, now }: Context, survey: string, account: string): Promise<void> {
  const at = now().toISOString()
  const content = JSON.stringify({
    zh: `这是 ${account} 发出的测试提醒。`,
    en: `A test alert, sent by ${account}.`,
  })
  await db.transaction().execute((transaction) =>
    store.addAlert(transaction, {
      survey_id: survey,
      kind: 'test',
      subject: '',
      content,
      raised_at: at,
      cleared_at: at,
    }),
  )
}
