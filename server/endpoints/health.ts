import { endpoint } from '../http/endpoint.ts'
import { Problem } from '../http/problem.ts'
import { storeAnswers } from '../services/health.ts'

export const healthEndpoints = [
  endpoint({
    method: 'get',
    path: '/healthz',
    summary: 'The process lives',
    access: 'public',
    run: async () => ({ status: 'ok' }),
  }),
  endpoint({
    method: 'get',
    path: '/readyz',
    summary: 'The store answers and is migrated',
    access: 'public',
    run: async ({ context }) => {
      if (!(await storeAnswers(context))) throw new Problem('busy', { retryAfterSeconds: 5 })
      return { status: 'ready' }
    },
  }),
]
