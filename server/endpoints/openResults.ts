import { type Request, Router } from 'express'
import { z } from 'zod'
import { openResultCsv, renderOpenResult } from '../../client/resident/openResult.ts'
import type { Context } from '../context.ts'
import { csvText } from '../files/csv.ts'
import { asFile } from '../http/download.ts'
import { endpoint } from '../http/endpoint.ts'
import { sendPackedPage } from '../http/packed.ts'
import { shownAs } from '../http/shownAs.ts'
import { evaluationOf } from '../services/evaluations/find.ts'
import { openResultOf } from '../services/openResults/show.ts'
import { setOpen } from '../services/openResults/toggle.ts'

export const openResultEndpoints = [
  endpoint({
    method: 'put',
    path: '/api/evaluations/:id/open',
    summary: 'Shows the published result to everybody under /open/{id}, or no longer; off unless asked for',
    access: ['evaluator'],
    params: z.object({ id: z.string() }),
    body: z.object({ open: z.boolean() }),
    run: async ({ context, params: { id }, body: { open }, account, permit }) => {
      permit((await evaluationOf(context, id)).region.code)
      return setOpen(context, id, open, account)
    },
  }),
  endpoint({
    method: 'get',
    path: '/open/:id/result.csv',
    summary: 'A public result as CSV: scores, intervals, respondents; figures of few people withheld',
    access: 'public',
    params: z.object({ id: z.string() }),
    run: async ({ context, params: { id }, response }) => {
      const result = await openResultOf(context, id)
      asFile(response, `tiyan-${id}-open`, 'csv')
      response.send(csvText(openResultCsv(result), { bom: true }))
    },
  }),
]

/** The public pages of published results. */
export const openResultPages = (context: Context): Router =>
  Router().get('/open/:id', async (request: Request<{ id: string }>, response) => {
    const { id } = request.params
    const result = await openResultOf(context, id)
    const address = `${context.config.url}/open/${encodeURIComponent(id)}`
    const look = { ...shownAs(request), nonce: response.locals.nonce }
    await sendPackedPage(request, response, renderOpenResult({ ...look, result, address }))
  })
