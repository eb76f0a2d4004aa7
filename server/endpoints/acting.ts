import { z } from 'zod'
import { type Access, type Call, endpoint } from '../http/endpoint.ts'
import { setChannel } from '../services/acting/channel.ts'
import { extendSurvey } from '../services/acting/extend.ts'
import { surveyLog } from '../services/acting/log.ts'
import { changeQuota } from '../services/acting/quota.ts'
import { answerWithdrawal } from '../services/acting/withdrawal.ts'
import { findWatched } from '../services/monitor/monitor.ts'
import type { Published } from '../services/published.ts'
import { ChannelChange, ChannelName, Extension, WithdrawalRequest } from '../shapes/acting.ts'
import { QuotaChange } from '../shapes/monitor.ts'

const access = ['fieldwork'] satisfies Access
const Survey = z.object({ survey: z.string() })

/** The survey that is acted on, by somebody who may in its region. */
async function own({
  context,
  params,
  permit,
}: Pick<Call<{ survey: string }, unknown, unknown>, 'context' | 'params' | 'permit'>): Promise<Published> {
  const { survey, evaluation } = await findWatched(context, params.survey)
  permit(evaluation.regionCode)
  return survey
}

export const actingEndpoints = [
  endpoint({
    method: 'post',
    path: '/api/surveys/:survey/extend',
    summary: 'Lets a survey end later',
    access,
    params: Survey,
    body: Extension,
    run: async (call) => extendSurvey(call.context, await own(call), { ...call.body, account: call.account }),
  }),
  endpoint({
    method: 'patch',
    path: '/api/surveys/:survey/quotas/:quota',
    summary: 'Changes a quota’s target or policy while the survey runs, never below what is taken',
    access,
    params: z.object({ survey: z.string(), quota: z.string() }),
    body: QuotaChange,
    run: async (call) =>
      changeQuota(call.context, await own(call), call.params.quota, { ...call.body, account: call.account }),
  }),
  endpoint({
    method: 'put',
    path: '/api/surveys/:survey/channels/:channel',
    summary: 'Opens or closes a channel; who began by it may finish',
    access,
    params: z.object({ survey: z.string(), channel: ChannelName }),
    body: ChannelChange,
    run: async (call) => ({
      channels: await setChannel(call.context, await own(call), {
        ...call.body,
        channel: call.params.channel,
        account: call.account,
      }),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/api/surveys/:survey/withdrawals',
    summary: 'Answers somebody who asks to withdraw: erases by the receipt, or notes why not',
    access,
    params: Survey,
    body: WithdrawalRequest,
    status: 204,
    run: async (call) => answerWithdrawal(call.context, await own(call), { ...call.body, account: call.account }),
  }),
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/log',
    summary: 'Who did what with a survey and when, the newest first',
    access: ['fieldwork', 'evaluator'],
    params: Survey,
    query: z.object({ before: z.coerce.number().int().min(1).optional() }),
    run: async (call) => surveyLog(call.context, (await own(call)).id, call.query.before),
  }),
]
