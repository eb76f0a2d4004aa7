import { z } from 'zod'
import { endpoint } from '../http/endpoint.ts'
import { floodGuard } from '../http/flood.ts'
import { Problem } from '../http/problem.ts'
import { noteProgress } from '../services/progress.ts'
import { ProgressReport } from '../shapes/survey.ts'

export const progressEndpoint = endpoint({
  method: 'post',
  path: '/api/surveys/:survey/progress',
  summary: 'After consent: how far a visit has come, never an answer; only counts are kept',
  access: 'public',
  params: z.object({ survey: z.string() }),
  body: ProgressReport,
  status: 204,
  run: async ({ context, params, body, request }) => {
    const wait = await floodGuard(context, 'progress')(request)
    if (wait > 0) throw new Problem('too-many-requests', { retryAfterSeconds: wait })
    return noteProgress(context, params.survey, body)
  },
})
