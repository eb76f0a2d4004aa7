import { type Request, type Response, Router } from 'express'
import type { Context } from '../context.ts'
import { readForm } from '../http/form.ts'
import { sendPackedPage } from '../http/packed.ts'
import type { Collector } from '../services/collect/collect.ts'
import { noteOpening } from '../services/progress.ts'
import { showSurvey } from '../services/surveys.ts'
import { answerPlain, openPlain } from './plain/flow.ts'
import type { Look, PlainPage } from './plain/show.ts'

/** The questionnaire as HTML forms, a page at a time, for browsers without scripts. */
export function plainPages(context: Context, collector: Collector): Router {
  return Router()
    .get('/s/:survey/plain', async (request, response) => {
      const survey = await showSurvey(context, request.params.survey)
      const look = lookOf(request.query, response)
      await send(request, response, await openPlain(context, survey, look, (name) => request.query[name]))
      if (survey.state === 'open') await noteOpening(context, survey.id, 'plain')
    })
    .post('/s/:survey/plain', async (request, response) => {
      const fields = await readForm(request, context.config.url)
      const survey = await showSurvey(context, request.params.survey)
      const look = lookOf(Object.fromEntries(fields), response)
      await send(request, response, await answerPlain({ context, collector, request }, survey, fields, look))
    })
}

/** Residents' pages are Chinese and of ordinary size unless asked otherwise. */
const lookOf = ({ lang, view }: Request['query'], response: Response): Look => ({
  language: lang === 'en' ? 'en' : 'zh',
  elder: view === 'elder',
  nonce: response.locals.nonce,
})

/** Packed: those who come here often have the slowest lines. */
function send(request: Request, response: Response, { status, html, retryAfterSeconds }: PlainPage): Promise<void> {
  if (retryAfterSeconds !== undefined) response.set('retry-after', String(Math.ceil(retryAfterSeconds)))
  return sendPackedPage(request, response.status(status), html)
}
