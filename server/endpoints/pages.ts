import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Response, Router } from 'express'
import qrcode from 'qrcode'
import { renderResidentPage } from '../../client/resident/page.ts'
import { renderPaperPage } from '../../client/resident/paperPage.ts'
import { readCodes } from '../../client/resident/plain/state.ts'
import type { Context } from '../context.ts'
import type { Assets } from '../http/assets.ts'
import { consolePage } from '../http/consolePage.ts'
import { deviceKind } from '../http/deviceKind.ts'
import { sendPackedPage } from '../http/packed.ts'
import { shownAs } from '../http/shownAs.ts'
import { noteOpening, noteProgress } from '../services/progress.ts'
import { showSurvey } from '../services/surveys.ts'
import { newClock } from './plain/clock.ts'

/** What people open in a browser. */
export function pages(context: Context, assets: Assets): Router {
  const resident = assets.entry('client/resident/index.ts', ['client/resident/survey/questions.tsx'])
  const console_ = assets.entry('client/console/index.tsx')
  // It is served at the top of the site: a service worker rules only what lies below its own address.
  const worker = readFileSync(join(assets.folder, basename(assets.entry('client/resident/worker.ts').script)), 'utf8')

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
          clock: (id) => newClock(context, survey.id, id),
          plain: request.get('save-data') === 'on',
        }),
      )
      // A service worker that fetches the page to keep it has not opened it.
      const isOpened = (request.get('sec-fetch-dest') ?? 'document') === 'document'
      if (survey.state !== 'open' || !isOpened) return
      await noteProgress(context, survey.id, { event: 'opened', page: 0 })
      await noteOpening(context, survey.id, deviceKind(request))
    })
    .get('/s/:survey/paper', async (request, response) => {
      const survey = await showSurvey(context, request.params.survey)
      if (!('questionnaire' in survey)) return response.redirect(`/s/${encodeURIComponent(survey.id)}`)
      const address = `${context.config.url}/s/${encodeURIComponent(survey.id)}`
      const code = await qrcode.toString(address, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })
      const look = { ...shownAs(request), nonce: response.locals.nonce }
      await sendPackedPage(request, response, renderPaperPage({ ...look, survey, address, code }))
    })
    .get('/worker.js', (_, response) => void response.set('cache-control', 'no-cache').type('js').send(worker))
    .get(['/console', '/console/*rest'], (_, response) => {
      html(response, consolePage({ nonce: response.locals.nonce, assets: console_ }))
    })
}

function html(response: Response, page: string) {
  response.type('html').send(page)
}
