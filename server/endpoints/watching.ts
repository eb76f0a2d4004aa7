import { z } from 'zod'
import { endpoint } from '../http/endpoint.ts'
import { findWatched, monitorAt, monitorMark } from '../services/monitor/monitor.ts'
import { historyOf } from '../services/watching/history.ts'
import { visitsOf } from '../services/watching/visits.ts'
import type { Role } from '../shapes/session.ts'

const Survey = z.object({ survey: z.string() })
const access = ['fieldwork', 'evaluator', 'publisher', 'viewer'] as const satisfies Role[]

export const watchingEndpoints = [
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/visits',
    summary: 'How far visits came: opened, consented, started, finished, accepted; where they broke off, by page',
    access,
    params: Survey,
    run: async ({ context, params, permit }) => {
      const watched = await findWatched(context, params.survey)
      permit(watched.evaluation.regionCode)
      const { counts } = await monitorAt(context, watched, await monitorMark(context, watched))
      return visitsOf(context.db, watched.survey, counts.responses)
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/history',
    summary: 'Design effect and effective sample size at the end of each day',
    access,
    params: Survey,
    run: async ({ context, params, permit }) => {
      const { survey, evaluation } = await findWatched(context, params.survey)
      permit(evaluation.regionCode)
      return historyOf(context, survey)
    },
  }),
]
