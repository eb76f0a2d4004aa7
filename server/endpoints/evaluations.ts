import { z } from 'zod'
import { resultReaders } from '../http/access.ts'
import { endpoint } from '../http/endpoint.ts'
import { versionTag } from '../http/etag.ts'
import { evaluationOf, evaluationsFor } from '../services/evaluations/find.ts'

export const evaluationEndpoints = [
  endpoint({
    method: 'get',
    path: '/api/evaluations',
    summary: 'The evaluations of one’s regions, the newest round first',
    // Administrators choose regions from it; interviewers see their surveys alone.
    access: ['administrator', ...resultReaders],
    run: ({ context, permitted }) => evaluationsFor(context, permitted),
  }),
  endpoint({
    method: 'get',
    path: '/api/evaluations/:id',
    summary: 'One evaluation: its state, and the versions of what has been put in',
    access: resultReaders,
    params: z.object({ id: z.string() }),
    run: async ({ context, params, permit, response }) => {
      const evaluation = await evaluationOf(context, params.id)
      permit(evaluation.region.code)
      response.set('etag', versionTag(evaluation.revision))
      return evaluation
    },
  }),
]
