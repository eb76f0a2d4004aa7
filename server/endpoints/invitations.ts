import type { Response } from 'express'
import { z } from 'zod'
import { csvText } from '../files/csv.ts'
import { asFile } from '../http/download.ts'
import { type Access, endpoint } from '../http/endpoint.ts'
import { readUpload, tableTypes } from '../http/upload.ts'
import { requireInterviewer } from '../services/interviewers.ts'
import { listBatches, reportOutcome } from '../services/invitations/follow.ts'
import { readFrame } from '../services/invitations/frame.ts'
import { type Issued, issueInvitations } from '../services/invitations/issue.ts'
import { findWatched } from '../services/monitor/monitor.ts'
import { InvitationOutcome, NewInvitations } from '../shapes/channel.ts'

const Survey = z.object({ survey: z.string() })
const Invitation = z.object({ survey: z.string(), code: z.string().max(50) })
const access = ['fieldwork'] satisfies Access

export const invitationEndpoints = [
  endpoint({
    method: 'post',
    path: '/api/surveys/:survey/invitations',
    summary: 'Makes a batch of single-use codes; they are shown this once and kept only as hashes',
    access,
    params: Survey,
    body: NewInvitations,
    status: 201,
    run: async ({ context, params, body: { label, count, stratum, baseWeight }, account, permit }) => {
      const { survey, evaluation } = await findWatched(context, params.survey)
      permit(evaluation.regionCode)
      const invited = Array.from({ length: count }, () => ({ reference: '', stratum, baseWeight }))
      return issueInvitations(context, survey, { label, invited, account })
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/surveys/:survey/invitations.csv',
    summary:
      'The same for a drawn sample: CSV or XLSX with reference, stratum, base_weight, code; gives a CSV to print or mail',
    access,
    params: Survey,
    query: z.object({ label: z.string().min(1).max(100) }),
    file: tableTypes,
    run: async ({ context, params, query: { label }, account, permit, request, response }) => {
      const { survey, evaluation } = await findWatched(context, params.survey)
      permit(evaluation.regionCode)
      const invited = await readFrame(await readUpload(request))
      sendInvitations(response, survey.id, await issueInvitations(context, survey, { label, invited, account }))
    },
  }),
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/invitations',
    summary: 'Batches of invitations, with how many came to what by AAPOR code',
    access,
    params: Survey,
    run: async ({ context, params, permit }) => {
      const { survey, evaluation } = await findWatched(context, params.survey)
      permit(evaluation.regionCode)
      return listBatches(context, survey)
    },
  }),
  endpoint({
    method: 'patch',
    path: '/api/surveys/:survey/invitations/:code',
    summary: 'Notes what an interviewer or the post reports of an invitation that has not been used',
    access: ['fieldwork', 'interviewer'],
    params: Invitation,
    body: InvitationOutcome,
    status: 204,
    run: async ({ context, params, body: { disposition }, account, user, permit }) => {
      const watched = await findWatched(context, params.survey)
      permit(watched.evaluation.regionCode)
      await requireInterviewer(context, watched, user)
      return reportOutcome(context, watched.survey, { code: params.code, disposition, account })
    },
  }),
]

/** A file to print or mail; the codes stand in it this once. */
export function sendInvitations(response: Response, survey: string, { invitations }: Issued) {
  asFile(response, `${survey}-invitations`, 'csv')
  const rows = invitations.map(({ reference, code, link, stratum, baseWeight }) => [
    reference,
    code,
    link,
    stratum,
    baseWeight,
  ])
  response.send(csvText([['reference', 'code', 'link', 'stratum', 'base_weight'], ...rows], { bom: true }))
}
