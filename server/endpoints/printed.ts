import { z } from 'zod'
import { briefSvg } from '../../client/printed/brief.ts'
import { renderPrintPage } from '../../client/printed/printPage.ts'
import type { Context } from '../context.ts'
import { resultReaders } from '../http/access.ts'
import { asFile } from '../http/download.ts'
import { endpoint } from '../http/endpoint.ts'
import { Problem } from '../http/problem.ts'
import { ResultFileQuery } from '../http/resultQuery.ts'
import { comparedOf } from '../services/analysis/compare.ts'
import { evaluationOf } from '../services/evaluations/find.ts'
import { evidencePack } from '../services/exports/evidencePack.ts'
import type { ResultSource } from '../services/exports/result.ts'
import { backgroundOf } from '../services/results/background.ts'
import { findResult } from '../services/results/find.ts'
import { printedOf } from './printedResult.ts'

type Query = z.infer<typeof ResultFileQuery>

async function sourceOf(context: Context, id: string, query: Query): Promise<Omit<ResultSource, 'compared'>> {
  const evaluation = await evaluationOf(context, id)
  const document = await findResult(context, id, query)
  if (document.regions.some(({ result }) => result === null)) throw new Problem('not-publishable', { detail: faulty })
  return { evaluation, document, background: await backgroundOf(context, evaluation, query.version) }
}

const faulty = {
  zh: '数据有误，先改正再打印。',
  en: 'The data have errors: mend them first, then print.',
}

const request = { access: resultReaders, params: z.object({ id: z.string() }), query: ResultFileQuery } as const

export const printedEndpoints = [
  endpoint({
    method: 'get',
    path: '/api/evaluations/:id/print',
    summary: 'The result as a page to be printed or kept as PDF: A4, charts as SVG',
    ...request,
    run: async ({ context, params: { id }, query, permit, permitted, response }) => {
      permit((await evaluationOf(context, id)).region.code)
      const source = await sourceOf(context, id, query)
      const compared = await comparedOf(context, source, permitted)
      const { nonce } = response.locals
      response.type('html').send(renderPrintPage({ ...printedOf({ ...source, compared }, query.lang), nonce }))
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/evaluations/:id/brief.svg',
    summary: 'The result on one page as a picture; the console makes a PNG of it',
    ...request,
    run: async ({ context, params: { id }, query, permit, response }) => {
      permit((await evaluationOf(context, id)).region.code)
      const source = { ...(await sourceOf(context, id, query)), compared: null }
      response.type('svg').send(briefSvg(printedOf(source, query.lang)))
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/evaluations/:id/evidence.zip',
    summary:
      'What shows that a local evaluation exists and was carried out (L8P1-A2, L7P1-A2): nothing of single persons',
    ...request,
    run: async ({ context, params: { id }, query, permit, permitted, response }) => {
      permit((await evaluationOf(context, id)).region.code)
      const source = await sourceOf(context, id, query)
      const archive = await evidencePack(context, {
        ...source,
        compared: await comparedOf(context, source, permitted),
      })
      asFile(response, `tiyan-${id}-evidence`, 'zip')
      response.send(archive)
    },
  }),
]
