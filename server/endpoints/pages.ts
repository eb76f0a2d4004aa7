import { type Response, Router } from 'express'
import { renderResidentPage } from '../../client/resident/page.ts'
import { readCodes } from '../../client/resident/plain/state.ts'
import type { Context } from '../context.ts'
import type { Assets } from '../http/assets.ts'
import { consolePage } from '../http/consolePage.ts'
import { sendPackedPage } from '../http/packed.ts'
import { shownAs } from '../http/shownAs.ts'
import { noteProgress } from '../services/progress.ts'
import { showSurvey } from '../services/surveys.ts'

/** What people open in a browser. */
export function pages(context: Context, assets: Assets): Router {
  const resident = assets.entry('client/resident/index.ts')
  const console_ = assets.entry('client/console/index.tsx')

  return Router()
    .get('/', (_, response) => response.redirect('/console'))
    .get('/s/:survey', async (request, response) => {
      const survey = await showSurvey(context, request.params.survey)
      await sendPackedPage(
        request,
        response,
        renderResidentPage({
          survey,
          ...shownAs(request),
          nonce: response.locals.nonce,
          assets: resident,
          codes: readCodes((name) => request.query[name]),
          plain: request.get('save-data') === 'on',
        }),
      )
      if (survey.state === 'open') await noteProgress(context, survey.id, { event: 'opened', page: 0 })
    })
    .get(['/console', '/console/*rest'], (_, response) => {
      html(response, consolePage({ nonce: response.locals.nonce, assets: console_ }))
    })
}

function html(response: Response, page: string) {
  response.type('html').send(page)
}
