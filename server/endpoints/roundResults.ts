import { z } from 'zod'
import { resultReaders } from '../http/access.ts'
import { endpoint } from '../http/endpoint.ts'
import { roundResults } from '../services/rounds/results.ts'

export const roundResultEndpoints = [
  endpoint({
    method: 'get',
    path: '/api/rounds/:round/results',
    summary: 'The results of all regions of a round: totals with intervals, dimensions, indicators, states',
    access: resultReaders,
    params: z.object({ round: z.string() }),
    run: ({ context, params: { round }, permitted }) => roundResults(context, round, permitted),
  }),
]
