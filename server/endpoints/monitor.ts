import type { Request } from 'express'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { type Access, endpoint } from '../http/endpoint.ts'
import { sessionToken } from '../http/session.ts'
import { currentMonitor, findWatched, monitorAt, monitorMark } from '../services/monitor/monitor.ts'
import { sessionOf } from '../services/sessions.ts'
import type { User } from '../shapes/session.ts'
import { type EventStream, openEventStream } from './eventStream.ts'

const Survey = z.object({ survey: z.string() })
const watchers = ['fieldwork', 'evaluator', 'publisher', 'viewer'] satisfies Access

export const monitorEndpoints = [
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/monitor',
    summary: 'Where a survey stands: counts, pace, quotas, sample against population, quality, live estimate',
    access: watchers,
    params: Survey,
    run: async ({ context, params, permit }) => {
      const watched = await findWatched(context, params.survey)
      permit(watched.evaluation.regionCode)
      return currentMonitor(context, watched)
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/monitor/events',
    summary: 'The same as server-sent events: at once, and again within a second of every change',
    access: watchers,
    params: Survey,
    run: async ({ context, params, permit, user, request, response }) => {
      const watched = await findWatched(context, params.survey)
      permit(watched.evaluation.regionCode)
      const stream = openEventStream(response)
      // It goes on after this request has been answered, until one of the two ends it.
      void follow(context, params.survey, stream, () => isStill(context, request, user))
    },
  }),
]

/** Whether somebody is signed in with the rights they had; with others the browser comes again and is judged anew. */
async function isStill(context: Context, request: Request, user: User | null): Promise<boolean> {
  const session = await sessionOf(context, sessionToken(request) ?? '')
  return session !== undefined && JSON.stringify(session.user) === JSON.stringify(user)
}

/** Changes that come together are shown together. */
const pauseBetween = 400
const silence = 15_000

async function follow(context: Context, survey: string, stream: EventStream, mayStay: () => Promise<boolean>) {
  let open = true
  stream.onClose(() => {
    open = false
  })
  try {
    for (let shown = '', last = 0; open && (await mayStay()); ) {
      const watched = await findWatched(context, survey)
      const mark = await monitorMark(context, watched)
      if (mark !== shown) {
        const data = await monitorAt(context, watched, mark)
        stream.send({ id: String(data.version), data })
      } else if (performance.now() - last > silence) stream.beat()
      else {
        await new Promise((resolve) => setTimeout(resolve, pauseBetween).unref())
        continue
      }
      shown = mark
      last = performance.now()
    }
  } catch (error) {
    if (open) context.log.error({ err: error, survey }, 'a monitor stopped')
  }
  stream.close()
}
