import { type Request, type Response, Router } from 'express'
import { renderResidentPage } from '../../client/resident/page.ts'
import type { Context } from '../context.ts'
import type { Assets } from '../http/assets.ts'
import { consolePage } from '../http/consolePage.ts'
import { languageOf } from '../http/send.ts'
import { showSurvey } from '../services/surveys.ts'

/** What people open in a browser. */
export function pages(context: Context, assets: Assets): Router {
  const resident = assets.entry('client/resident/index.ts')
  const console_ = assets.entry('client/console/index.tsx')

  return Router()
    .get('/', (_, response) => response.redirect('/console'))
    .get('/s/:survey', async (request, response) => {
      const survey = await showSurvey(context, request.params.survey)
      html(
        response,
        renderResidentPage({ survey, language: chosen(request), nonce: response.locals.nonce, assets: resident }),
      )
    })
    .get(['/console', '/console/*rest'], (_, response) => {
      html(response, consolePage({ nonce: response.locals.nonce, assets: console_ }))
    })
}

/** `?lang=` prevails over what the browser asks for. */
function chosen(request: Request) {
  const { lang } = request.query
  return lang === 'zh' || lang === 'en' ? lang : languageOf(request)
}

function html(response: Response, page: string) {
  response.type('html').send(page)
}
