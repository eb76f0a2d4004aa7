import { z } from 'zod'
import { collectorOf } from '../http/collector.ts'
import { type Access, endpoint } from '../http/endpoint.ts'
import { Problem } from '../http/problem.ts'
import { readUpload, tableTypes } from '../http/upload.ts'
import { signingKey } from '../services/channels/signature.ts'
import { exclude, restore } from '../services/exclusion.ts'
import { type SurveyAction, stepSurvey } from '../services/lifecycle.ts'
import { findWatched } from '../services/monitor/monitor.ts'
import { importResponses } from '../services/paper/importResponses.ts'

const Survey = z.object({ survey: z.string() })
const One = z.object({ survey: z.string(), id: z.string() })
const Reason = z.object({ reason: z.string().min(1).max(500) })
const access = ['fieldwork'] satisfies Access

const step = (action: SurveyAction, summary: string) =>
  endpoint({
    method: 'post',
    path: `/api/surveys/:survey/${action}`,
    summary,
    access,
    params: Survey,
    body: Reason,
    run: async ({ context, params, body: { reason }, account, permit }) => {
      permit((await findWatched(context, params.survey)).evaluation.regionCode)
      return stepSurvey(context, params.survey, { action, reason, account })
    },
  })

export const fieldworkEndpoints = [
  step('pause', 'Pauses a survey: it takes no answers until it is resumed'),
  step('resume', 'Resumes a paused survey'),
  step('close', 'Closes a survey: judges all responses once and for all, cuts what leads to who sent them'),
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/signing-key',
    summary: 'The key that a host app signs links with: HMAC-SHA256 under these characters as they stand',
    access,
    params: Survey,
    run: async ({ context, params, permit }) => {
      const { survey, evaluation } = await findWatched(context, params.survey)
      permit(evaluation.regionCode)
      return { key: signingKey(context.keyFor, survey.id) }
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/surveys/:survey/paper',
    summary: 'Takes in answers from paper: CSV or XLSX, a row a person, a column a question; all problems are listed',
    access,
    params: Survey,
    file: tableTypes,
    run: async ({ context, params, permit, request }) => {
      permit((await findWatched(context, params.survey)).evaluation.regionCode)
      const result = await importResponses(collectorOf(context), params.survey, await readUpload(request))
      if (result.stored + result.repeated > 0 || result.problems.length === 0) return result
      const errors = result.problems.map((message) => ({ path: 'file', code: 'answer', message }))
      throw new Problem('invalid', { errors })
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/surveys/:survey/responses/:id/exclude',
    summary: 'Excludes a response with a reason; it stays and can be restored',
    access,
    params: One,
    body: Reason,
    status: 204,
    run: async ({ context, params, body: { reason }, account, permit }) => {
      const { survey, evaluation } = await findWatched(context, params.survey)
      permit(evaluation.regionCode)
      return exclude(context, survey, params.id, { account, reason })
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/surveys/:survey/responses/:id/restore',
    summary: 'Restores an excluded response; says which quotas are above their target then',
    access,
    params: One,
    body: Reason,
    run: async ({ context, params, body: { reason }, account, permit }) => {
      const { survey, evaluation } = await findWatched(context, params.survey)
      permit(evaluation.regionCode)
      return restore(context, survey, params.id, { account, reason })
    },
  }),
]
