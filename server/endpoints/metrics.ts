import { addressOf, isLoopback } from '../http/address.ts'
import { endpoint } from '../http/endpoint.ts'
import { Problem } from '../http/problem.ts'
import { metrics } from '../services/metrics.ts'

export const metricsEndpoint = endpoint({
  method: 'get',
  path: '/metrics',
  summary: 'Figures of the process for Prometheus, none of a survey; from loopback or with the token',
  access: 'public',
  run: async ({ context, request, response }) => {
    const { metricsToken, trustProxy } = context.config
    const withToken = metricsToken !== undefined && request.get('authorization') === `Bearer ${metricsToken}`
    // Behind a proxy on this machine that nobody told us of, everybody seems to be on loopback.
    const forwarded = trustProxy === undefined && request.get('x-forwarded-for') !== undefined
    if (!withToken && (forwarded || !isLoopback(addressOf(request, trustProxy)))) throw new Problem('not-found')
    response.type('text/plain; version=0.0.4').send(await metrics())
  },
})
