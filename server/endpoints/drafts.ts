import type { Request } from 'express'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { endpoint } from '../http/endpoint.ts'
import { floodGuard } from '../http/flood.ts'
import { Problem } from '../http/problem.ts'
import { forgetDraft, keepDraft, openDraft } from '../services/drafts.ts'
import { Draft, draftCode } from '../shapes/survey.ts'

const Place = z.object({ survey: z.string(), code: draftCode })

const path = '/api/surveys/:survey/drafts/:code'

async function guard(context: Context, request: Request) {
  const wait = await floodGuard(context, 'drafts')(request)
  if (wait > 0) throw new Problem('too-many-requests', { retryAfterSeconds: wait })
}

export const draftEndpoints = [
  endpoint({
    method: 'put',
    path,
    summary: 'Keeps unfinished answers for 30 days at most, sealed with the code, to go on elsewhere',
    access: 'public',
    params: Place,
    body: Draft,
    run: async ({ context, params, body, request }) => {
      await guard(context, request)
      return keepDraft(context, params.survey, params.code, body)
    },
  }),
  endpoint({
    method: 'get',
    path,
    summary: 'The unfinished answers kept under a code',
    access: 'public',
    params: Place,
    run: async ({ context, params, request }) => {
      await guard(context, request)
      return openDraft(context, params.survey, params.code)
    },
  }),
  endpoint({
    method: 'delete',
    path,
    summary: 'Forgets the unfinished answers kept under a code',
    access: 'public',
    params: Place,
    status: 204,
    run: async ({ context, params, request }) => {
      await guard(context, request)
      return forgetDraft(context, params.survey, params.code)
    },
  }),
]
