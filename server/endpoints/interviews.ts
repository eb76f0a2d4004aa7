import { z } from 'zod'
import { collectorOf } from '../http/collector.ts'
import { type Access, endpoint } from '../http/endpoint.ts'
import { collect } from '../services/collect/collect.ts'
import { assignInterviewer, interviewsFor, listInterviewers, requireInterviewer } from '../services/interviewers.ts'
import { codeFor } from '../services/invitations/calls.ts'
import { findWatched } from '../services/monitor/monitor.ts'
import { NewResponse } from '../shapes/survey.ts'

const Survey = z.object({ survey: z.string() })
const One = z.object({ survey: z.string(), account: z.string().max(50) })
const access = ['fieldwork'] satisfies Access

const assign = (method: 'put' | 'delete', summary: string) =>
  endpoint({
    method,
    path: '/api/surveys/:survey/interviewers/:account',
    summary,
    access,
    params: One,
    status: 204,
    run: async ({ context, params, account: by, permit }) => {
      const watched = await findWatched(context, params.survey)
      permit(watched.evaluation.regionCode)
      return assignInterviewer(context, watched, { account: params.account, works: method === 'put', by })
    },
  })

export const interviewEndpoints = [
  endpoint({
    method: 'get',
    path: '/api/interviews',
    summary: 'The surveys for which one asks the questions',
    access: ['interviewer'],
    run: ({ context, account, permitted }) => interviewsFor(context, account, permitted),
  }),
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/interviewers',
    summary: 'Who holds the role of an interviewer for the region, and who of them works for this survey',
    access,
    params: Survey,
    run: async ({ context, params, permit }) => {
      const watched = await findWatched(context, params.survey)
      permit(watched.evaluation.regionCode)
      return listInterviewers(context, watched)
    },
  }),
  assign('put', 'Lets an interviewer work for a survey'),
  assign('delete', 'Lets an interviewer work for a survey no longer'),
  endpoint({
    method: 'post',
    path: '/api/surveys/:survey/assisted',
    summary:
      'Takes in the answers that an interviewer who is signed in wrote down; checked as all others. `call`: the reference of the drawn number that was called',
    access: ['fieldwork', 'interviewer'],
    params: Survey,
    query: z.object({ call: z.string().min(1).max(100).optional() }),
    body: NewResponse,
    status: 201,
    run: async ({ context, params, query: { call }, body, account, user, permit, response }) => {
      const watched = await findWatched(context, params.survey)
      permit(watched.evaluation.regionCode)
      await requireInterviewer(context, watched, user)
      const sent = call === undefined ? body : { ...body, invitation: codeFor(context, watched.survey, call) }
      const { fresh, ...taken } = await collect(collectorOf(context), params.survey, sent, {
        channel: 'assisted',
        throttle: () => 0,
        interviewer: account,
      })
      // As on the residents' own way in, a repeat is told from what is new.
      return fresh ? taken : void response.status(200).json(taken)
    },
  }),
]
