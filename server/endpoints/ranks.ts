import { z } from 'zod'
import { resultReaders } from '../http/access.ts'
import { endpoint } from '../http/endpoint.ts'
import { differencesOf, ranksOf } from '../services/ranks/ranks.ts'
import { rankedScores } from '../shapes/ranks.ts'

const Query = z.object({ of: z.enum(rankedScores).default('total') })

export const rankEndpoints = [
  endpoint({
    method: 'get',
    path: '/api/rounds/:round/ranks',
    summary: 'The regions of a round ranked among their like, with confidence sets for the ranks',
    access: resultReaders,
    params: z.object({ round: z.string() }),
    query: Query,
    run: ({ context, params: { round }, query: { of }, permitted }) => ranksOf(context, { round, of, permitted }),
  }),
  endpoint({
    method: 'get',
    path: '/api/rounds/:round/ranks/:region',
    summary: 'What sets one region apart from each of its like, with Holm’s adjustment over all pairs',
    access: resultReaders,
    params: z.object({ round: z.string(), region: z.string() }),
    query: Query,
    run: ({ context, params: { round, region }, query: { of }, permit, permitted }) => {
      permit(region)
      return differencesOf(context, { round, of, permitted }, region)
    },
  }),
]
