import type { Context } from '../../context.ts'
import type { AlertDelivery } from '../../shapes/alerts.ts'
import * as store from '../../store/alerts.ts'
import { surveyIds } from '../../store/surveys.ts'
import { sendMail } from './mail.ts'
import { settingsOf, webhookSecret } from './settings.ts'
import { postSigned } from './webhook.ts'

const minute = 60_000
/** How long after each failed attempt the next one is made; after the last nothing more is tried. */
const patience = [1, 5, 30, 120].map((minutes) => minutes * minute)

/** What is sent: to a webhook as JSON, by mail as text. */
export interface AlertMessage {
  survey: string
  alert: number
  kind: string
  subject: string
  text: { zh: string; en: string }
  raisedAt: string
  /** Where it is shown in the console. */
  url: string
}

/** Sends alerts that are due to every target of their survey, and writes down how each attempt went. */
export async function deliverAlerts(context: Context): Promise<void> {
  for (const survey of await surveyIds(context.db)) await deliverOf(context, survey)
}

/** Alerts that were raised long before a target was set up are not sent to it any more. */
const freshFor = 24 * 60 * minute
const atOnce = 50

export async function deliverOf(context: Context, survey: string): Promise<void> {
  const { db, now, config, changes } = context
  const { webhook, emails } = await settingsOf(context, survey)
  const targets: AlertDelivery['target'][] = [
    ...(webhook === null ? [] : (['webhook'] as const)),
    ...(emails.length === 0 ? [] : (['email'] as const)),
  ]
  if (targets.length === 0) return
  const alerts = (await store.alertsOf(db, survey, atOnce)).filter(
    ({ raised_at }) => now().getTime() - Date.parse(raised_at) < freshFor,
  )
  const deliveries = await store.deliveriesOf(
    db,
    survey,
    alerts.map(({ id }) => id),
  )
  for (const { id, kind, subject, content, raised_at } of alerts.reverse()) {
    for (const target of targets) {
      const attempts = deliveries.filter((one) => one.alert_id === id && one.target === target)
      if (!isDue(attempts, now())) continue
      const url = `${config.url}/console/fieldwork/${encodeURIComponent(survey)}/alerts`
      const message = { survey, alert: id, kind, subject, text: JSON.parse(content), raisedAt: raised_at, url }
      const failure = await attempt(context, target, { webhook, emails }, message)
      await store.addDelivery(db, {
        ...{ survey_id: survey, alert_id: id, target, attempt: attempts.length + 1 },
        ...{ at: now().toISOString(), failure },
      })
      changes.tell({ kind: 'other', survey })
    }
  }
}

function isDue(attempts: { at: string; failure: string | null }[], now: Date): boolean {
  const last = attempts.at(-1)
  if (!last) return true
  const wait = patience[attempts.length - 1]
  return last.failure !== null && wait !== undefined && now.getTime() >= Date.parse(last.at) + wait
}

/** Why it did not arrive; null: it did. */
async function attempt(
  context: Context,
  target: AlertDelivery['target'],
  { webhook, emails }: { webhook: string | null; emails: string[] },
  message: AlertMessage,
): Promise<string | null> {
  try {
    if (target === 'email') await sendMail(context.config, emails, message)
    else if (webhook !== null)
      await postSigned(webhook, message, {
        secret: webhookSecret(context, message.survey),
        seconds: Math.floor(context.now().getTime() / 1000),
        allowPrivate: context.config.alertsToPrivate,
      })
    return null
  } catch (error) {
    if (!(error instanceof Error)) throw error
    context.log.warn({ err: error, survey: message.survey, target }, 'an alert was not delivered')
    return error.message.slice(0, 300)
  }
}
