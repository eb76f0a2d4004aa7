import { z } from 'zod'
import { knownDevice } from '../http/device.ts'
import { endpoint } from '../http/endpoint.ts'
import { floodGuard } from '../http/flood.ts'
import { Problem } from '../http/problem.ts'
import { leavePlace, renewPlace } from '../services/places/renew.ts'
import { requestPlace } from '../services/places/request.ts'
import { newChallenge } from '../services/proof/proof.ts'
import { findPublished } from '../services/published.ts'
import { PlaceRequest } from '../shapes/place.ts'

const Survey = z.object({ survey: z.string() })
const Place = z.object({ survey: z.string(), place: z.string().max(200) })

export const placeEndpoints = [
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/challenge',
    summary: 'Work for a device where a survey asks for it before a place, and a ticket for who waits instead',
    access: 'public',
    params: Survey,
    run: async ({ context, params, request }) => {
      const wait = await floodGuard(context)(request)
      if (wait > 0) throw new Problem('too-many-requests', { retryAfterSeconds: wait })
      const survey = await findPublished(context, params.survey)
      if (!survey) throw new Problem('not-found')
      return newChallenge(context, survey)
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/surveys/:survey/places',
    summary: 'Takes a place after the screening questions: a seat in every quota that applies, held while one answers',
    access: 'public',
    params: Survey,
    body: PlaceRequest,
    status: 201,
    run: async ({ context, params, body, request, response }) => {
      const waited = body.proof !== undefined && 'waited' in body.proof
      const wait = await floodGuard(context, waited ? 'patience' : 'answers')(request)
      if (wait > 0) throw new Problem('too-many-requests', { retryAfterSeconds: wait })
      const device = knownDevice(context, params.survey, request, response)
      return requestPlace(context, params.survey, { ...body, device })
    },
  }),
  endpoint({
    method: 'put',
    path: '/api/surveys/:survey/places/:place',
    summary: 'Renews the lease of a place for as long as its holder goes on, a day at most',
    access: 'public',
    params: Place,
    run: async ({ context, params, request }) => {
      const wait = await floodGuard(context)(request, params.place)
      if (wait > 0) throw new Problem('too-many-requests', { retryAfterSeconds: wait })
      return renewPlace(context, params.survey, params.place)
    },
  }),
  endpoint({
    method: 'delete',
    path: '/api/surveys/:survey/places/:place',
    summary: 'Gives a place up: its seats go to the next at once',
    access: 'public',
    params: Place,
    status: 204,
    run: ({ context, params }) => leavePlace(context, params.survey, params.place),
  }),
]
