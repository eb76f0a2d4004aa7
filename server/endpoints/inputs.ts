import { z } from 'zod'
import { resultReaders } from '../http/access.ts'
import { endpoint } from '../http/endpoint.ts'
import { evaluationOf } from '../services/evaluations/find.ts'
import { inputsOf, versionsOf } from '../services/inputs/versions.ts'

const Id = z.object({ id: z.string() })

export const inputEndpoints = [
  endpoint({
    method: 'get',
    path: '/api/evaluations/:id/inputs',
    summary: 'The facts and imported scores of an evaluation as they stand, with who put them in and when',
    access: resultReaders,
    params: Id,
    run: async ({ context, params, permit }) => {
      permit((await evaluationOf(context, params.id)).region.code)
      return inputsOf(context, params.id)
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/evaluations/:id/inputs/:kind/versions',
    summary: 'The versions of the facts, the imported scores or the imported survey score, each with what it changed',
    access: resultReaders,
    params: Id.extend({ kind: z.enum(['facts', 'scores', 'survey-score']) }),
    run: async ({ context, params, permit }) => {
      permit((await evaluationOf(context, params.id)).region.code)
      return versionsOf(context, params.id, params.kind)
    },
  }),
]
