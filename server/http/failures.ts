import type { ErrorRequestHandler } from 'express'
import type { Context } from '../context.ts'
import { isUnavailable } from '../store/unavailable.ts'
import { failurePage } from './failurePage.ts'
import { Problem } from './problem.ts'
import { languageOf, sendProblem } from './send.ts'

const forPrograms = /^\/(api|assets|healthz|readyz|metrics)(\/|$)/

/** Sends every failure as a problem, or as a page where a browser asked for one; what nobody foresaw is logged and said to be ours. */
export const failures =
  ({ log }: Context): ErrorRequestHandler =>
  (error, request, response, _next) => {
    const problem = asProblem(error)
    if (problem !== error && problem.status >= 500)
      log.error({ err: error, path: request.route?.path }, 'a request failed')
    if (forPrograms.test(request.path) || response.headersSent) sendProblem(request, response, problem)
    else
      response
        .status(problem.status)
        .type('html')
        .send(failurePage(problem, languageOf(request), response.locals.nonce))
  }

/** What a failure is told as: that the store cannot take it now, or that it is ours. */
export const problemOf = (error: unknown): Problem => {
  if (error instanceof Problem) return error
  return isUnavailable(error) ? new Problem('busy', { retryAfterSeconds: 5 }) : new Problem('internal')
}

/** Express and its body parser have failures of their own. */
function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : undefined
  if (type === 'entity.too.large') return new Problem('too-large')
  if (type === 'entity.parse.failed') return new Problem('not-json')
  if (type === 'charset.unsupported' || type === 'encoding.unsupported') return new Problem('unsupported-type')
  if (error instanceof URIError || (typeof type === 'string' && type.startsWith('request.'))) {
    return new Problem('bad-request')
  }
  return problemOf(error)
}
