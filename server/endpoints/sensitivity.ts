import { z } from 'zod'
import { resultReaders } from '../http/access.ts'
import { endpoint } from '../http/endpoint.ts'
import { importanceOf } from '../services/analysis/importance.ts'
import { findWatched } from '../services/monitor/monitor.ts'
import { groupsOf } from '../services/sensitivity/groups.ts'
import { sensitivityOf } from '../services/sensitivity/sensitivity.ts'

const Survey = z.object({ survey: z.string() })

export const sensitivityEndpoints = [
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/sensitivity',
    summary:
      'What the score would be by other weights and scales, without a channel or a quality rule, with those over quota',
    access: resultReaders,
    params: Survey,
    run: async ({ context, params, permit }) => {
      const { survey, evaluation } = await findWatched(context, params.survey)
      permit(evaluation.regionCode)
      return sensitivityOf(context, survey)
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/importance',
    summary: 'How many would like each dimension to be improved, beside its score; descriptive, not weighted',
    access: resultReaders,
    params: Survey,
    run: async ({ context, params, permit }) => {
      const { survey, evaluation } = await findWatched(context, params.survey)
      permit(evaluation.regionCode)
      return importanceOf(context, survey)
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/groups',
    summary:
      'The score by the variables of the design, e.g. district, age, sex, or by the answers to a question; small groups withheld',
    access: resultReaders,
    params: Survey,
    query: z.object({ by: z.string().min(1).max(200).optional() }),
    run: async ({ context, params, query, permit }) => {
      const { survey, evaluation } = await findWatched(context, params.survey)
      permit(evaluation.regionCode)
      return groupsOf(context, survey, query.by)
    },
  }),
]
