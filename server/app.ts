import express, { type Express } from 'express'
import sirv from 'sirv'
import type { Context } from './context.ts'
import { accountEndpoints } from './endpoints/accounts.ts'
import { actingEndpoints } from './endpoints/acting.ts'
import { alertEndpoints } from './endpoints/alerts.ts'
import { analysisEndpoints } from './endpoints/analysis.ts'
import { callEndpoints } from './endpoints/calls.ts'
import { decisionEndpoints } from './endpoints/decisions.ts'
import { draftEndpoints } from './endpoints/drafts.ts'
import { evaluationEndpoints } from './endpoints/evaluations.ts'
import { exportEndpoints } from './endpoints/exports.ts'
import { fieldworkEndpoints } from './endpoints/fieldwork.ts'
import { handoutEndpoints } from './endpoints/handout.ts'
import { healthEndpoints } from './endpoints/health.ts'
import { importEndpoints } from './endpoints/imports.ts'
import { inputEndpoints } from './endpoints/inputs.ts'
import { interviewEndpoints } from './endpoints/interviews.ts'
import { invitationEndpoints } from './endpoints/invitations.ts'
import { metricsEndpoint } from './endpoints/metrics.ts'
import { monitorEndpoints } from './endpoints/monitor.ts'
import { openResultEndpoints, openResultPages } from './endpoints/openResults.ts'
import { pages } from './endpoints/pages.ts'
import { participationEndpoints } from './endpoints/participation.ts'
import { placeEndpoints } from './endpoints/places.ts'
import { plainPages } from './endpoints/plain.ts'
import { printedEndpoints } from './endpoints/printed.ts'
import { progressEndpoint } from './endpoints/progress.ts'
import { qualityEndpoints } from './endpoints/quality.ts'
import { questionnaireEndpoints } from './endpoints/questionnaires.ts'
import { rankEndpoints } from './endpoints/ranks.ts'
import { receiptPages } from './endpoints/receiptPages.ts'
import { receiptEndpoints } from './endpoints/receipts.ts'
import { recordEndpoints } from './endpoints/records.ts'
import { regionEndpoints } from './endpoints/regions.ts'
import { responseEndpoints } from './endpoints/responses.ts'
import { resultEndpoints } from './endpoints/results.ts'
import { roundExportEndpoints } from './endpoints/roundExports.ts'
import { roundResultEndpoints } from './endpoints/roundResults.ts'
import { roundEndpoints } from './endpoints/rounds.ts'
import { sensitivityEndpoints } from './endpoints/sensitivity.ts'
import { sessionEndpoints } from './endpoints/session.ts'
import { setupEndpoints } from './endpoints/setup.ts'
import { stepEndpoints } from './endpoints/steps.ts'
import { surveyEndpoints } from './endpoints/surveys.ts'
import { templateEndpoints } from './endpoints/template.ts'
import { watchingEndpoints } from './endpoints/watching.ts'
import { readAssets } from './http/assets.ts'
import { type Endpoint, handlerFor, otherMethod } from './http/endpoint.ts'
import { failures } from './http/failures.ts'
import { keptByNobody, securityHeaders } from './http/headers.ts'
import { apiPage, openapi } from './http/openapi.ts'
import { Problem } from './http/problem.ts'
import { identify } from './http/session.ts'
import type { Collector } from './services/collect/collect.ts'

/** Every request but the one that takes in answers, which is served ahead of Express (http/intake.ts). */
export const endpoints: readonly Endpoint[] = [
  ...surveyEndpoints,
  ...placeEndpoints,
  ...invitationEndpoints,
  ...interviewEndpoints,
  ...callEndpoints,
  ...handoutEndpoints,
  ...fieldworkEndpoints,
  ...actingEndpoints,
  ...qualityEndpoints,
  ...responseEndpoints,
  ...alertEndpoints,
  ...recordEndpoints,
  ...watchingEndpoints,
  ...draftEndpoints,
  progressEndpoint,
  ...receiptEndpoints,
  ...sessionEndpoints,
  ...accountEndpoints,
  ...evaluationEndpoints,
  ...questionnaireEndpoints,
  ...setupEndpoints,
  ...roundEndpoints,
  ...regionEndpoints,
  ...importEndpoints,
  ...inputEndpoints,
  ...templateEndpoints,
  ...resultEndpoints,
  ...analysisEndpoints,
  ...stepEndpoints,
  ...roundResultEndpoints,
  ...roundExportEndpoints,
  ...openResultEndpoints,
  ...rankEndpoints,
  ...decisionEndpoints,
  ...participationEndpoints,
  ...exportEndpoints,
  ...printedEndpoints,
  ...monitorEndpoints,
  ...sensitivityEndpoints,
  ...healthEndpoints,
  metricsEndpoint,
]

function methodsByPath(): Map<string, string[]> {
  const paths = new Map<string, string[]>()
  for (const { path, method } of endpoints) paths.set(path, [...(paths.get(path) ?? []), method.toUpperCase()])
  return paths
}

export function createApp(context: Context, collector: Collector): Express {
  const assets = readAssets()
  const app = express()
  app.disable('x-powered-by')

  app.use(securityHeaders(context.config.url.startsWith('https:')))
  app.use('/assets', sirv(assets.folder, { brotli: true, gzip: true, immutable: true, maxAge: 31_536_000 }))
  app.use(keptByNobody)
  app.use('/api', identify(context))
  app.use(['/api/questionnaires', '/api/setup'], express.json({ limit: '1mb' }))
  app.use('/api', express.json({ limit: '64kb' }))

  for (const endpoint of endpoints) app[endpoint.method](endpoint.path, handlerFor(context, endpoint))
  for (const [path, methods] of methodsByPath()) app.all(path, otherMethod(methods))
  app.get('/api/openapi.json', (_, response) => void response.json(openapi(endpoints)))
  app.get('/api/docs', (_, response) => void response.type('html').send(apiPage(endpoints, response.locals.nonce)))
  app.use(pages(context, assets))
  app.use(receiptPages(context))
  app.use(openResultPages(context))
  app.use(plainPages(context, collector))

  app.use(() => {
    throw new Problem('not-found')
  })
  app.use(failures(context))
  return app
}
