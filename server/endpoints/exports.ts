import { z } from 'zod'
import { microdataReaders, resultReaders } from '../http/access.ts'
import { asFile } from '../http/download.ts'
import { endpoint } from '../http/endpoint.ts'
import { ResultFileQuery } from '../http/resultQuery.ts'
import { comparedOf } from '../services/analysis/compare.ts'
import { evaluationOf } from '../services/evaluations/find.ts'
import { ddiCodebook } from '../services/exports/ddi.ts'
import { exportProgress } from '../services/exports/progress.ts'
import { type ResultFormat, resultFile } from '../services/exports/result.ts'
import { spssSyntax } from '../services/exports/spss.ts'
import { populationCsv, sendResponses, surveyDesignJson, surveyToExport } from '../services/exports/survey.ts'
import type { ResponseFormat } from '../services/exports/writers.ts'
import { findWatched } from '../services/monitor/monitor.ts'
import { type PackageKind, packageOf } from '../services/package/build.ts'
import { packageSource } from '../services/package/source.ts'
import { backgroundOf } from '../services/results/background.ts'
import { findResult } from '../services/results/find.ts'
import { scoreOf } from '../services/tally/score.ts'
import { ExportQuery } from '../shapes/exports.ts'
import type { Role } from '../shapes/session.ts'

const result = (format: ResultFormat, summary: string) =>
  endpoint({
    method: 'get',
    path: `/api/evaluations/:id/result.${format}`,
    summary,
    access: resultReaders,
    params: z.object({ id: z.string() }),
    query: ResultFileQuery,
    run: async ({ context, params: { id }, query, permit, permitted, response }) => {
      const evaluation = await evaluationOf(context, id)
      permit(evaluation.region.code)
      const document = await findResult(context, id, query)
      const background = await backgroundOf(context, evaluation, query.version)
      const compared = format === 'docx' ? await comparedOf(context, { evaluation, document }, permitted) : null
      const file = await resultFile(format, { evaluation, document, background, compared }, query.lang)
      asFile(response, `tiyan-${id}`, format)
      response.send(file)
    },
  })

/** The full package holds the responses of single persons; the public one nobody's. */
const packaged = (kind: PackageKind, access: readonly Role[], path: string, summary: string) =>
  endpoint({
    method: 'get',
    path,
    summary,
    access,
    params: z.object({ id: z.string() }),
    query: z.object({ version: z.coerce.number().int().min(1).optional() }),
    run: async ({ context, params: { id }, query: { version }, permit, response }) => {
      const evaluation = await evaluationOf(context, id)
      permit(evaluation.region.code)
      const archive = await packageOf(await packageSource(context, evaluation, version), kind)
      asFile(response, `tiyan-${id}-${kind}`, 'zip')
      response.send(archive)
    },
  })

const Survey = z.object({ survey: z.string() })

const responses = (format: ResponseFormat, summary: string) =>
  endpoint({
    method: 'get',
    path: `/api/surveys/:survey/responses.${format}`,
    summary,
    access: microdataReaders,
    params: Survey,
    query: ExportQuery,
    run: async ({ context, params, query, permit, response }) => {
      const { survey, region } = await surveyToExport(context, params.survey)
      permit(region)
      asFile(response, `tiyan-${survey.id}-responses`, format)
      await sendResponses(context, survey, format, response, query)
    },
  })

export const exportEndpoints = [
  result('csv', 'The result as one long table, a row a number, unrounded'),
  result('xlsx', 'The result as a workbook whose totals are live formulas'),
  result('docx', 'The result as a report in Word'),
  packaged(
    'full',
    microdataReaders,
    '/api/evaluations/:id/result.zip',
    'The result with everything it rests on, the de-identified responses included: `tiyan verify` recomputes it',
  ),
  packaged(
    'public',
    resultReaders,
    '/api/evaluations/:id/public.zip',
    'The same for everybody: demographics coarsened, at least five people alike',
  ),
  responses('csv', 'The responses in the score, de-identified, with cells and weights; streamed'),
  responses('xlsx', 'The same as a workbook with a codebook; streamed, a million rows a sheet'),
  responses(
    'json',
    'The answers of the responses in the score as SurveyJS keeps them, open answers screened; streamed',
  ),
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/exports/:ticket',
    summary: 'How far an export is that was asked for with `?ticket=`',
    access: microdataReaders,
    params: z.object({ survey: z.string(), ticket: z.string() }),
    run: async ({ context, params, permit }) => {
      permit((await surveyToExport(context, params.survey)).region)
      return exportProgress(params.survey, params.ticket)
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/responses.sps',
    summary: 'SPSS syntax that reads responses.csv with labels, missing codes and weights',
    access: resultReaders,
    params: Survey,
    query: z.object({ lang: z.enum(['zh', 'en']).default('zh') }),
    run: async ({ context, params, query, permit, response }) => {
      const { survey, region } = await surveyToExport(context, params.survey)
      permit(region)
      asFile(response, 'responses', 'sps')
      response.send(spssSyntax(survey, query.lang))
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/codebook.xml',
    summary: 'The survey described by DDI-Codebook 2.5',
    access: resultReaders,
    params: Survey,
    run: async ({ context, params, permit, response }) => {
      const { survey, evaluation } = await findWatched(context, params.survey)
      permit(evaluation.regionCode)
      const { respondents } = await scoreOf(context, survey.id)
      const name = JSON.parse(evaluation.regionName)
      asFile(response, `tiyan-${survey.id}-codebook`, 'xml')
      response.send(ddiCodebook(survey, name, respondents, context.now().toISOString()))
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/design.json',
    summary: 'The design of a survey as `tiyan estimate` takes it',
    access: resultReaders,
    params: Survey,
    run: async ({ context, params, permit, response }) => {
      const { survey, region } = await surveyToExport(context, params.survey)
      permit(region)
      const design = await surveyDesignJson(context, survey)
      asFile(response, `tiyan-${survey.id}-design`, 'json')
      response.send(`${JSON.stringify(design, null, 2)}\n`)
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/population.csv',
    summary: 'The population margins of a survey as `tiyan estimate` takes them',
    access: resultReaders,
    params: Survey,
    run: async ({ context, params, permit, response }) => {
      const { survey, region } = await surveyToExport(context, params.survey)
      permit(region)
      const csv = await populationCsv(context, survey)
      asFile(response, `tiyan-${survey.id}-population`, 'csv')
      response.send(csv)
    },
  }),
]
