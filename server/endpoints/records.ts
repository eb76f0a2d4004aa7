import { z } from 'zod'
import { asFile } from '../http/download.ts'
import { endpoint } from '../http/endpoint.ts'
import { findWatched } from '../services/monitor/monitor.ts'
import { recordsFile } from '../services/records/assemble.ts'
import { recordsHtml } from '../services/records/page.ts'
import { keepRecord, recordsPage } from '../services/records/records.ts'
import { SurveyRecord } from '../shapes/records.ts'
import type { Role } from '../shapes/session.ts'

const Survey = z.object({ survey: z.string() })
const readers = ['fieldwork', 'evaluator', 'publisher'] as const satisfies Role[]

export const recordEndpoints = [
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/records',
    summary: 'What was written down about a survey (ISO 20252): pre-test, translation, incentives, retention',
    access: readers,
    params: Survey,
    run: async ({ context, params, permit }) => {
      const { survey, evaluation } = await findWatched(context, params.survey)
      permit(evaluation.regionCode)
      return recordsPage(context.db, survey)
    },
  }),
  endpoint({
    method: 'put',
    path: '/api/surveys/:survey/records',
    summary: 'Writes it down; the retention can only be set before the survey opens',
    access: ['fieldwork'],
    params: Survey,
    body: SurveyRecord,
    run: async ({ context, params, body, account, permit }) => {
      const { survey, evaluation } = await findWatched(context, params.survey)
      permit(evaluation.regionCode)
      return keepRecord(context, survey, body, account)
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/records.json',
    summary: 'All the records that ISO 20252 asks to keep, in one file',
    access: readers,
    params: Survey,
    run: async ({ context, params, permit, response }) => {
      const watched = await findWatched(context, params.survey)
      permit(watched.evaluation.regionCode)
      const file = await recordsFile(context, watched)
      asFile(response, `tiyan-${params.survey}-records`, 'json')
      response.send(`${JSON.stringify(file, null, 2)}\n`)
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/records.html',
    summary: 'The same as a page to print',
    access: readers,
    params: Survey,
    query: z.object({ lang: z.enum(['zh', 'en']).default('zh') }),
    run: async ({ context, params, query, permit, response }) => {
      const watched = await findWatched(context, params.survey)
      permit(watched.evaluation.regionCode)
      const file = await recordsFile(context, watched)
      asFile(response, `tiyan-${params.survey}-records`, 'html')
      response.send(recordsHtml(file, query.lang))
    },
  }),
]
