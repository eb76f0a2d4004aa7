import { z } from 'zod'
import { endpoint } from '../http/endpoint.ts'
import { sendPackedJson } from '../http/packed.ts'
import { showSurvey } from '../services/surveys.ts'

const Survey = z.object({ survey: z.string() })

export const surveyEndpoints = [
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey',
    summary: 'What a client needs to show a survey; before it opens only what it is and when',
    access: 'public',
    params: Survey,
    run: async ({ context, params, request, response }) =>
      sendPackedJson(request, response, await showSurvey(context, params.survey)),
  }),
]
