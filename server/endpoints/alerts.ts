import { z } from 'zod'
import { endpoint } from '../http/endpoint.ts'
import { deliverOf } from '../services/alerts/deliver.ts'
import { acknowledge, alertsPage, changeSettings } from '../services/alerts/settings.ts'
import { raiseTest, watchSurvey } from '../services/alerts/watch.ts'
import { findWatched } from '../services/monitor/monitor.ts'
import { AlertSettings } from '../shapes/alerts.ts'
import type { Role } from '../shapes/session.ts'

const Survey = z.object({ survey: z.string() })
const watchers = ['fieldwork', 'evaluator', 'publisher', 'viewer'] as const satisfies Role[]
const access = ['fieldwork'] as const satisfies Role[]

export const alertEndpoints = [
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/alerts',
    summary: 'Alert rules of a survey, where alerts are sent, what was found and how it was delivered',
    access: watchers,
    params: Survey,
    run: async ({ context, params, permit, user }) => {
      const { evaluation } = await findWatched(context, params.survey)
      permit(evaluation.regionCode)
      const mayChange = (user?.roles ?? []).some(
        ({ role, regions }) => role === 'fieldwork' && (regions === null || regions.includes(evaluation.regionCode)),
      )
      return alertsPage(context, params.survey, mayChange)
    },
  }),
  endpoint({
    method: 'put',
    path: '/api/surveys/:survey/alerts/settings',
    summary: 'Changes the rules and where alerts are sent: a signed webhook, mail',
    access,
    params: Survey,
    body: AlertSettings,
    status: 204,
    run: async ({ context, params, body, account, permit }) => {
      permit((await findWatched(context, params.survey)).evaluation.regionCode)
      await changeSettings(context, params.survey, body, account)
      await watchSurvey(context, params.survey)
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/surveys/:survey/alerts/test',
    summary: 'Sends a test alert to every target and says how each went',
    access,
    params: Survey,
    run: async ({ context, params, account, permit }) => {
      permit((await findWatched(context, params.survey)).evaluation.regionCode)
      await raiseTest(context, params.survey, account)
      await deliverOf(context, params.survey)
      const { alerts } = await alertsPage(context, params.survey, false)
      return { deliveries: alerts[0]?.deliveries ?? [] }
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/surveys/:survey/alerts/:alert/acknowledge',
    summary: 'Notes that somebody looks after an alert',
    access,
    params: z.object({ survey: z.string(), alert: z.coerce.number().int().min(1) }),
    status: 204,
    run: async ({ context, params, account, permit }) => {
      permit((await findWatched(context, params.survey)).evaluation.regionCode)
      return acknowledge(context, params.survey, params.alert, account)
    },
  }),
]
