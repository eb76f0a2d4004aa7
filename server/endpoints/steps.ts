import { z } from 'zod'
import { resultReaders } from '../http/access.ts'
import { endpoint } from '../http/endpoint.ts'
import { expectedVersion, versionTag } from '../http/etag.ts'
import { evaluationOf } from '../services/evaluations/find.ts'
import { versionsOf } from '../services/results/versions.ts'
import { stepsOf, takeStep } from '../services/steps/take.ts'
import { transitions } from '../services/steps/transitions.ts'
import { type StepAction, StepRequest } from '../shapes/evaluation.ts'

const Id = z.object({ id: z.string() })

const step = (action: StepAction, summary: string) =>
  endpoint({
    method: 'post',
    path: `/api/evaluations/:id/${action}`,
    summary,
    access: transitions[action].roles,
    params: Id,
    body: StepRequest,
    run: async ({ context, params: { id }, body: { remark }, account, permit, request, response }) => {
      permit((await evaluationOf(context, id)).region.code)
      const evaluation = await takeStep(context, id, { action, account, remark, expects: expectedVersion(request) })
      response.set('etag', versionTag(evaluation.revision))
      return evaluation
    },
  })

export const stepEndpoints = [
  step('submit', 'Hands a region’s data in: they can no longer be changed'),
  step('return', 'Gives a region’s data back, with remarks'),
  step('accept', 'Accepts a region’s data'),
  step('compute', 'Computes the result and freezes it as a new version'),
  step('publish', 'Publishes the newest frozen result; by another person than computed it'),
  step('correct', 'Begins the correction of a published result, with its reason; what was published stays'),
  endpoint({
    method: 'get',
    path: '/api/evaluations/:id/steps',
    summary: 'What was done with an evaluation, by whom and when, the newest first',
    access: resultReaders,
    params: Id,
    run: async ({ context, params: { id }, permit }) => {
      permit((await evaluationOf(context, id)).region.code)
      return stepsOf(context, id)
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/evaluations/:id/versions',
    summary: 'The frozen results of an evaluation, the newest first, with why each was corrected and who published it',
    access: resultReaders,
    params: Id,
    run: async ({ context, params: { id }, permit }) => {
      permit((await evaluationOf(context, id)).region.code)
      return versionsOf(context, id)
    },
  }),
]
