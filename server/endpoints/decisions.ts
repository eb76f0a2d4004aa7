import { z } from 'zod'
import { resultReaders } from '../http/access.ts'
import { endpoint } from '../http/endpoint.ts'
import { evaluationOf } from '../services/evaluations/find.ts'
import { decide, obstaclesOf } from '../services/results/decisions.ts'
import { NewDecision } from '../shapes/decision.ts'

const Id = z.object({ id: z.string() })

export const decisionEndpoints = [
  endpoint({
    method: 'get',
    path: '/api/evaluations/:id/obstacles',
    summary: 'What keeps the survey score from being published, with the decisions recorded about it',
    access: resultReaders,
    params: Id,
    run: async ({ context, params: { id }, permit }) => {
      const evaluation = await evaluationOf(context, id)
      permit(evaluation.region.code)
      return obstaclesOf(context, evaluation)
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/evaluations/:id/decisions',
    summary: 'Records the decision to publish the survey score in spite of something, with its reason',
    access: ['evaluator', 'publisher'],
    params: Id,
    body: NewDecision,
    status: 201,
    run: async ({ context, params: { id }, body, account, permit }) => {
      const evaluation = await evaluationOf(context, id)
      permit(evaluation.region.code)
      return decide(context, evaluation, { ...body, account })
    },
  }),
]
