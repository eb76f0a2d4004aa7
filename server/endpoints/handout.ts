import qrcode from 'qrcode'
import { z } from 'zod'
import { renderPaperPage } from '../../client/resident/paperPage.ts'
import { renderPosterPage } from '../../client/resident/posterPage.ts'
import { csvText } from '../files/csv.ts'
import { asFile } from '../http/download.ts'
import { type Access, type Call, endpoint } from '../http/endpoint.ts'
import { shownAs } from '../http/shownAs.ts'
import { readUpload, tableTypes } from '../http/upload.ts'
import { addressOf, surveyToPrint } from '../services/handout/shown.ts'
import { drawSample, noteDraw } from '../services/invitations/draw.ts'
import { readFrame } from '../services/invitations/frame.ts'
import { issueInvitations } from '../services/invitations/issue.ts'
import { remindersOf } from '../services/invitations/reminders.ts'
import { findWatched } from '../services/monitor/monitor.ts'
import { sendInvitations } from './invitations.ts'

const Survey = z.object({ survey: z.string() })
const access = ['fieldwork'] satisfies Access

/** 8.5 cm at 300 dots an inch, unless more or less is asked for. */
const printPixels = 1004

async function own({
  context,
  params,
  permit,
}: Pick<Call<{ survey: string }, unknown, unknown>, 'context' | 'params' | 'permit'>) {
  const watched = await findWatched(context, params.survey)
  permit(watched.evaluation.regionCode)
  return watched
}

const svgOf = (address: string) => qrcode.toString(address, { type: 'svg', margin: 4, errorCorrectionLevel: 'M' })

/** What a sheet to print is made of. */
async function sheetOf(call: Call<{ survey: string }, unknown, unknown>) {
  const watched = await own(call)
  const address = addressOf(call.context, watched.survey.id)
  return {
    ...shownAs(call.request),
    nonce: call.response.locals.nonce,
    survey: surveyToPrint(call.context, watched),
    address,
    code: await svgOf(address),
  }
}

export const handoutEndpoints = [
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/qr.svg',
    summary: 'The QR code of the link for residents, as SVG',
    access,
    params: Survey,
    run: async (call) => {
      const { survey } = await own(call)
      call.response.attachment(`${survey.id}-qr.svg`)
      call.response.type('image/svg+xml').send(await svgOf(addressOf(call.context, survey.id)))
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/qr.png',
    summary: 'The QR code of the link for residents, as PNG in print resolution',
    access,
    params: Survey,
    query: z.object({ width: z.coerce.number().int().min(100).max(6000).default(printPixels) }),
    run: async (call) => {
      const { survey } = await own(call)
      const png = await qrcode.toBuffer(addressOf(call.context, survey.id), {
        width: call.query.width,
        margin: 4,
        errorCorrectionLevel: 'M',
      })
      call.response.attachment(`${survey.id}-qr.png`)
      call.response.type('png').send(png)
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/poster',
    summary: 'A poster to print: what it is about, the QR code, the link',
    access,
    params: Survey,
    run: async (call) => {
      call.response.type('html').send(renderPosterPage(await sheetOf(call)))
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/paper-form',
    summary: 'The questionnaire on paper to print, before the survey opens too',
    access,
    params: Survey,
    run: async (call) => {
      call.response.type('html').send(renderPaperPage(await sheetOf(call)))
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/surveys/:survey/invitations/draw',
    summary:
      'Draws a sample by strata from a frame (reference, stratum) with a seed, and gives each person drawn a code: a CSV to print or mail',
    access,
    params: Survey,
    query: z.object({
      label: z.string().min(1).max(100),
      size: z.coerce.number().int().min(1).max(100_000),
      seed: z.coerce.number().int().min(0).max(4_294_967_295),
      method: z.enum(['proportional', 'equal', 'square-root']).default('proportional'),
    }),
    file: tableTypes,
    run: async (call) => {
      const { survey } = await own(call)
      const { context, query, account, request, response } = call
      const draw = { ...query, frame: await readFrame(await readUpload(request)) }
      const invited = drawSample(draw)
      const issued = await issueInvitations(context, survey, { label: query.label, invited, account })
      await noteDraw(context, survey, draw, { account, label: query.label })
      sendInvitations(response, survey.id, issued)
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/invitations/:batch/reminders.csv',
    summary: 'Whom of a batch to remind: references without an answer, refusal or screening out',
    access,
    params: z.object({ survey: z.string(), batch: z.string() }),
    run: async (call) => {
      const { survey } = await own(call)
      const rows = await remindersOf(call.context, survey, call.params.batch)
      asFile(call.response, `${survey.id}-reminders`, 'csv')
      const lines = rows.map(({ reference, stratum, disposition }) => [reference, stratum, disposition])
      call.response.send(csvText([['reference', 'stratum', 'disposition'], ...lines], { bom: true }))
    },
  }),
]
