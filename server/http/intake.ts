import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { Context } from '../context.ts'
import { type Collector, collectSent } from '../services/collect/collect.ts'
import { addressOf } from './address.ts'
import { readBody } from './body.ts'
import { deviceHash } from './device.ts'
import { problemOf } from './failures.ts'
import { floodGuard } from './flood.ts'
import { networkPrefix } from './network.ts'
import { sentIn } from './newResponse.ts'
import { Problem } from './problem.ts'
import { sendJson, sendProblem } from './send.ts'

const route = /^\/api\/surveys\/([^/?#]{1,100})\/responses(?:\?.*)?$/
const largestBody = 64 * 1024

/** Gives true if it took the request on: the one that must be fast is served ahead of everything else. */
export type Intake = (request: IncomingMessage, response: ServerResponse) => boolean

/** `POST /api/surveys/{survey}/responses`, on bare node:http. */
export function createIntake(context: Context, collector: Collector): Intake {
  const guard = floodGuard(context)

  async function take(request: IncomingMessage, response: ServerResponse, survey: string) {
    const body = await readBody(request, largestBody)
    if (!isPlainJson(request.headers)) throw new Problem('unsupported-type')
    const { fresh, ...taken } = await collectSent(collector, survey, sentIn(body), {
      channel: 'open',
      device: deviceHash(context, survey, request),
      network: () => networkPrefix(addressOf(request, context.config.trustProxy)),
      throttle: (place) => guard(request, place),
    })
    sendJson(response, fresh ? 201 : 200, taken)
  }

  return (request, response) => {
    if (request.method !== 'POST') return false
    const survey = route.exec(request.url ?? '')?.[1]
    if (survey === undefined) return false
    take(request, response, decode(survey)).catch((error: unknown) => {
      if (!(error instanceof Problem)) context.log.error({ err: error }, 'an answer could not be taken')
      const problem = problemOf(error)
      if (problem.code === 'too-large') {
        // What is still on its way is thrown away, so that the client gets to read the answer.
        response.setHeader('connection', 'close')
        request.resume()
      }
      sendProblem(request, response, problem)
    })
    return true
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const isPlainJson = (headers: IncomingHttpHeaders): boolean =>
  /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '') &&
  (headers['content-encoding'] ?? 'identity') === 'identity'
