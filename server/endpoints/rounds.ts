import { z } from 'zod'
import { type Access, endpoint } from '../http/endpoint.ts'
import { Problem } from '../http/problem.ts'
import { roundOverview } from '../services/rounds/overview.ts'
import { createRound, roundsFor } from '../services/rounds/rounds.ts'
import { NewRound } from '../shapes/round.ts'

const access = ['fieldwork', 'evaluator', 'publisher', 'viewer'] satisfies Access

export const roundEndpoints = [
  endpoint({
    method: 'get',
    path: '/api/rounds',
    summary: 'Every round, the newest first',
    access,
    run: ({ context, permitted }) => roundsFor(context, permitted),
  }),
  endpoint({
    method: 'post',
    path: '/api/rounds',
    summary: 'Begins a round; takes the fieldwork role for all regions',
    access: ['fieldwork'],
    body: NewRound,
    status: 201,
    run: ({ context, body, account, permitted }) => {
      if (!permitted('*')) throw new Problem('forbidden')
      return createRound(context, body, account)
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/rounds/:round/overview',
    summary: 'Where every region of a round stands; who holds which role, for those who look after accounts',
    access,
    params: z.object({ round: z.string() }),
    run: ({ context, params, permitted, user }) =>
      roundOverview(context, params.round, {
        permitted,
        keepsAccounts: user?.roles.some(({ role }) => role === 'administrator') ?? false,
      }),
  }),
]
