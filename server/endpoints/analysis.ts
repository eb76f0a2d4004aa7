import { z } from 'zod'
import { resultReaders } from '../http/access.ts'
import { endpoint } from '../http/endpoint.ts'
import { compareRegion } from '../services/analysis/compare.ts'
import { historyOf } from '../services/analysis/history.ts'
import { tryOut } from '../services/analysis/whatIf.ts'
import { evaluationOf } from '../services/evaluations/find.ts'
import { ComparisonQuery, WhatIf } from '../shapes/analysis.ts'

const Id = z.object({ id: z.string() })

export const analysisEndpoints = [
  endpoint({
    method: 'get',
    path: '/api/evaluations/:id/comparison',
    summary: 'A region beside the mean and the best of the regions of its round and scheme that one may see',
    access: resultReaders,
    params: Id,
    query: ComparisonQuery,
    run: async ({ context, params: { id }, query: { among }, permit, permitted }) => {
      permit((await evaluationOf(context, id)).region.code)
      return compareRegion(context, id, permitted, among)
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/evaluations/:id/history',
    summary: 'How a region stood in earlier rounds, and whether the change since then is more than chance',
    access: resultReaders,
    params: Id,
    run: async ({ context, params: { id }, permit }) => {
      permit((await evaluationOf(context, id)).region.code)
      return historyOf(context, id)
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/evaluations/:id/what-if',
    summary: 'The result as it would be with other facts, scores, weights or options; nothing is kept',
    access: resultReaders,
    params: Id,
    body: WhatIf,
    run: async ({ context, params: { id }, body, permit }) => {
      permit((await evaluationOf(context, id)).region.code)
      return tryOut(context, id, body)
    },
  }),
]
