import { z } from 'zod'
import { microdataReaders } from '../http/access.ts'
import { endpoint } from '../http/endpoint.ts'
import { findWatched, monitorAt, monitorMark } from '../services/monitor/monitor.ts'
import { commentPage, fewestForComments, noteComment } from '../services/responses/comments.ts'
import { oneResponse } from '../services/responses/one.ts'
import { responsePage } from '../services/responses/rows.ts'
import { CommentFilter, CommentNote, type CommentPage, ResponseFilter } from '../shapes/responses.ts'

const Survey = z.object({ survey: z.string() })

const none: CommentPage = { comments: [], tags: [], next: null }

export const responseEndpoints = [
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/responses',
    summary: 'Responses without identity, a page at a time in the order of their ids; filtered',
    access: microdataReaders,
    params: Survey,
    query: ResponseFilter,
    run: async ({ context, params, query, permit }) => {
      const { survey, evaluation } = await findWatched(context, params.survey)
      permit(evaluation.regionCode)
      return responsePage(context.db, survey, query)
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/responses/:id',
    summary: 'One response in words, without identity; open answers are screened',
    access: microdataReaders,
    params: z.object({ survey: z.string(), id: z.string() }),
    run: async ({ context, params, permit }) => {
      const { survey, evaluation } = await findWatched(context, params.survey)
      permit(evaluation.regionCode)
      return oneResponse(context.db, survey, params.id)
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/comments',
    summary: 'What people wrote, screened, with tags; nothing below 30 accepted responses',
    access: microdataReaders,
    params: Survey,
    query: CommentFilter,
    run: async ({ context, params, query, permit }) => {
      const watched = await findWatched(context, params.survey)
      permit(watched.evaluation.regionCode)
      const { counts } = await monitorAt(context, watched, await monitorMark(context, watched))
      return counts.responses < fewestForComments ? none : commentPage(context.db, watched.survey, query)
    },
  }),
  endpoint({
    method: 'put',
    path: '/api/surveys/:survey/comments/:response/:name',
    summary: 'Tags a comment and says whether it may be quoted',
    access: microdataReaders,
    params: z.object({ survey: z.string(), response: z.string(), name: z.string() }),
    body: CommentNote,
    status: 204,
    run: async ({ context, params, body, account, permit }) => {
      const { survey, evaluation } = await findWatched(context, params.survey)
      permit(evaluation.regionCode)
      return noteComment(context, survey, { response: params.response, name: params.name, note: body, account })
    },
  }),
]
