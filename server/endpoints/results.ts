import { z } from 'zod'
import { resultReaders } from '../http/access.ts'
import { endpoint } from '../http/endpoint.ts'
import { ResultQuery } from '../http/resultQuery.ts'
import { evaluationOf } from '../services/evaluations/find.ts'
import { findResult } from '../services/results/find.ts'

export const resultEndpoints = [
  endpoint({
    method: 'get',
    path: '/api/evaluations/:id/result',
    summary: 'The result as of now, or a frozen version of it',
    access: resultReaders,
    params: z.object({ id: z.string() }),
    query: ResultQuery,
    run: async ({ context, params: { id }, query, permit }) => {
      permit((await evaluationOf(context, id)).region.code)
      return findResult(context, id, query)
    },
  }),
]
