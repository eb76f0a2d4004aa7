import { z } from 'zod'
import { csvText } from '../files/csv.ts'
import { asFile } from '../http/download.ts'
import { type Access, type Call, endpoint } from '../http/endpoint.ts'
import { readUpload, tableTypes } from '../http/upload.ts'
import { findWatched } from '../services/monitor/monitor.ts'
import { checkSurvey } from '../services/setup/check.ts'
import { createSurvey } from '../services/setup/create.ts'
import { draftOf, draftsOf, dropSetupDraft, keepSetupDraft } from '../services/setup/drafts.ts'
import { dryRun } from '../services/setup/dryRun.ts'
import { columnsFor, createSurveys } from '../services/setup/many.ts'
import { readPopulation } from '../services/setup/population.ts'
import { DraftId, DryRun, NewSurvey, SetupDraft } from '../shapes/setup.ts'

const access = ['fieldwork'] satisfies Access
const Draft = z.object({ id: DraftId })
const Round = z.object({ round: z.string() })
const Template = z.object({ template: z.string().min(1) })

/** The survey that others are made after, by somebody who may see it. */
async function templateOf({
  context,
  query,
  permit,
}: Pick<Call<unknown, { template: string }, unknown>, 'context' | 'query' | 'permit'>) {
  const template = await findWatched(context, query.template)
  permit(template.evaluation.regionCode)
  return template
}

export const setupEndpoints = [
  endpoint({
    method: 'get',
    path: '/api/setup/drafts',
    summary: 'What this account has begun to set up, the newest first',
    access,
    run: ({ context, account }) => draftsOf(context, account),
  }),
  endpoint({
    method: 'get',
    path: '/api/setup/drafts/:id',
    summary: 'One’s own unfinished survey or questionnaire, as the console kept it',
    access,
    params: Draft,
    run: ({ context, params, account }) => draftOf(context, account, params.id),
  }),
  endpoint({
    method: 'put',
    path: '/api/setup/drafts/:id',
    summary: 'Keeps an unfinished survey or questionnaire; nobody else sees it',
    access,
    params: Draft,
    body: SetupDraft,
    run: ({ context, params, body, account }) => keepSetupDraft(context, account, params.id, body),
  }),
  endpoint({
    method: 'delete',
    path: '/api/setup/drafts/:id',
    summary: 'Drops an unfinished survey or questionnaire',
    access,
    params: Draft,
    status: 204,
    run: ({ context, params, account }) => dropSetupDraft(context, account, params.id),
  }),
  endpoint({
    method: 'post',
    path: '/api/setup/population',
    summary: 'Reads population figures (variable, category, count) from CSV or XLSX; nothing is kept',
    access,
    file: tableTypes,
    run: async ({ request }) => readPopulation(await readUpload(request)),
  }),
  endpoint({
    method: 'post',
    path: '/api/setup/check',
    summary: 'Everything that stands between a planned survey and its publication; nothing is kept',
    access,
    body: NewSurvey,
    run: ({ context, body, permit }) => {
      permit(body.region.code)
      return checkSurvey(context, body)
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/setup/dry-run',
    summary: 'Made-up residents answer a planned survey in a store of its own, which is deleted afterwards',
    access,
    body: DryRun,
    run: ({ context, body, permit }) => {
      permit(body.survey.region.code)
      return dryRun(context, body)
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/setup/surveys',
    summary: 'Publishes a survey: from here on questionnaire, design, rules and thresholds stay as they are',
    access,
    body: NewSurvey,
    status: 201,
    run: ({ context, body, account, permit, permitted }) => {
      permit(body.region.code)
      return createSurvey(context, body, { account, everywhere: permitted('*') })
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/setup/surveys.csv',
    summary: 'An empty table for many surveys after one that is there: its columns',
    access,
    query: Template,
    run: async (call) => {
      const { survey } = await templateOf(call)
      asFile(call.response, `${survey.id}-surveys`, 'csv')
      call.response.send(csvText([columnsFor(survey)], { bom: true }))
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/setup/rounds/:round/surveys',
    summary: 'Makes a survey for every row of a table, after one that is there; all or nothing, errors by row',
    access,
    params: Round,
    query: Template,
    file: tableTypes,
    status: 201,
    run: async (call) => {
      const template = await templateOf(call)
      const { context, params, request, account, permitted } = call
      return createSurveys(
        context,
        { round: params.round, template, bytes: await readUpload(request), permitted },
        { account, everywhere: permitted('*') },
      )
    },
  }),
]
