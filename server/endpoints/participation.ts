import { z } from 'zod'
import { resultReaders } from '../http/access.ts'
import { endpoint } from '../http/endpoint.ts'
import { findWatched } from '../services/monitor/monitor.ts'
import { presentShares } from '../services/monitor/shares.ts'
import { participationOf, setEligibility } from '../services/participation/participation.ts'
import { EligibilityInput } from '../shapes/participation.ts'

const Survey = z.object({ survey: z.string() })

export const participationEndpoints = [
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/participation',
    summary: 'AAPOR’s outcome rates of a drawn sample, the participation funnel of volunteers, and the disclosure',
    access: resultReaders,
    params: Survey,
    run: async ({ context, params, permit }) => {
      const { survey, evaluation } = await findWatched(context, params.survey)
      permit(evaluation.regionCode)
      return participationOf(context, survey.id)
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/sample',
    summary: 'Who is in the score beside who lives there, for every variable that a margin speaks of',
    access: resultReaders,
    params: Survey,
    run: async ({ context, params, permit }) => {
      const { survey, evaluation } = await findWatched(context, params.survey)
      permit(evaluation.regionCode)
      return presentShares(context, survey)
    },
  }),
  endpoint({
    method: 'put',
    path: '/api/surveys/:survey/eligibility',
    summary:
      'Sets the share of eligible persons among those of unknown eligibility (e of RR3 and RR4), with its source',
    access: ['fieldwork', 'evaluator'],
    params: Survey,
    body: EligibilityInput,
    run: async ({ context, params, body, account, permit }) => {
      const { survey, evaluation } = await findWatched(context, params.survey)
      permit(evaluation.regionCode)
      return setEligibility(context, survey, body, account)
    },
  }),
]
