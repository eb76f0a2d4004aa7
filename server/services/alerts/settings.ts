import { createHmac } from 'node:crypto'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import { type AlertRule, type AlertSettings, type AlertsPage, alertKinds, alertRules } from '../../shapes/alerts.ts'
import * as store from '../../store/alerts.ts'
import { addAudit } from '../../store/audit.ts'
import { isPrivateHost } from './address.ts'

/** What holds until somebody changes it: every rule on, nothing sent anywhere. */
const defaults: AlertSettings = {
  rules: alertKinds.map((kind): AlertRule => ({ kind, on: true, threshold: alertRules[kind].threshold })),
  webhook: null,
  emails: [],
}

export async function settingsOf({ db }: Pick<Context, 'db'>, survey: string): Promise<AlertSettings> {
  const content = await store.alertSettings(db, survey)
  if (content === undefined) return defaults
  const settings: AlertSettings = JSON.parse(content)
  // What is not among those saved is off: a kind may have come later.
  const rules = defaults.rules.map(
    (rule) => settings.rules.find(({ kind }) => kind === rule.kind) ?? { ...rule, on: false },
  )
  return { ...settings, rules }
}

/** What a survey's webhook is signed with. */
export const webhookSecret = ({ keyFor }: Pick<Context, 'keyFor'>, survey: string): string =>
  createHmac('sha256', keyFor('webhooks')).update(survey).digest('base64url')

/**
 * Changes rules and where alerts go; logged.
 * @throws {Problem} `invalid` where the webhook is on a private network and the server does not allow that, or mail is
 *   wanted that this server cannot send
 */
export async function changeSettings(
  { db, now, config }: Context,
  survey: string,
  settings: AlertSettings,
  account: string,
): Promise<void> {
  const { webhook, emails } = settings
  if (webhook !== null && !config.alertsToPrivate && isPrivateHost(new URL(webhook).hostname))
    throw new Problem('invalid', {
      errors: [{ path: 'body.webhook', code: 'private-address', message: privateAddress }],
    })
  if (emails.length > 0 && config.smtpUrl === undefined)
    throw new Problem('invalid', { errors: [{ path: 'body.emails', code: 'no-mail', message: noMail }] })
  await db.transaction().execute(async (transaction) => {
    await store.putAlertSettings(transaction, { survey_id: survey, content: JSON.stringify(settings) })
    await addAudit(transaction, {
      at: now().toISOString(),
      account,
      action: 'alerts.change',
      subject: `survey ${survey}`,
      detail: { ...settings },
    })
  })
}

const privateAddress = {
  zh: '不能发往内网地址；确有需要，请管理员设置 TIYAN_ALERTS_PRIVATE=1 后重启',
  en: 'Nothing is sent to private addresses; where that is wanted, the operator sets TIYAN_ALERTS_PRIVATE=1 and starts again',
}

const noMail = {
  zh: '本服务器没有设置邮件（TIYAN_SMTP_URL），请联系管理员',
  en: 'This server has no mail set up (TIYAN_SMTP_URL); ask its operator',
}

const shown = 100

/** Rules, targets and the newest alerts of a survey. @param mayChange who may change settings sees the secret */
export async function alertsPage(context: Context, survey: string, mayChange: boolean): Promise<AlertsPage> {
  const { db, config } = context
  const alerts = await store.alertsOf(db, survey, shown)
  const deliveries = await store.deliveriesOf(
    db,
    survey,
    alerts.map(({ id }) => id),
  )
  return {
    settings: await settingsOf(context, survey),
    names: alertRules,
    secret: mayChange ? webhookSecret(context, survey) : null,
    mail: config.smtpUrl !== undefined,
    alerts: alerts.map(({ id, kind, subject, content, raised_at, cleared_at, acknowledged_by }) => ({
      ...{ id, kind: kind as AlertsPage['alerts'][number]['kind'], subject, text: JSON.parse(content) },
      ...{ raisedAt: raised_at, clearedAt: cleared_at, acknowledgedBy: acknowledged_by },
      deliveries: deliveries
        .filter(({ alert_id }) => alert_id === id)
        .map(({ target, attempt, at, failure }) => ({ target, attempt, at, failure })),
    })),
  }
}

/** Notes that somebody looks after an alert. @throws {Problem} `not-found` */
export async function acknowledge(
  { db, changes }: Context,
  survey: string,
  id: number,
  account: string,
): Promise<void> {
  if (!(await store.acknowledgeAlert(db, survey, id, account))) throw new Problem('not-found')
  changes.tell({ kind: 'other', survey })
}
