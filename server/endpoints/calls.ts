import { z } from 'zod'
import { type Access, endpoint } from '../http/endpoint.ts'
import { readUpload, tableTypes } from '../http/upload.ts'
import { requireInterviewer } from '../services/interviewers.ts'
import { noteCalls } from '../services/invitations/calls.ts'
import { readCalls } from '../services/invitations/callsFile.ts'
import { findWatched } from '../services/monitor/monitor.ts'
import { NewCall } from '../shapes/channel.ts'

const Survey = z.object({ survey: z.string() })
const label = z.string().min(1).max(100).default('电话样本 / Telephone sample')
const access = ['fieldwork'] satisfies Access

export const callEndpoints = [
  endpoint({
    method: 'post',
    path: '/api/surveys/:survey/calls',
    summary:
      'Notes what a call came to, by the office’s own reference of the number and without an invitation; a number that is new joins the telephone sample',
    access: ['fieldwork', 'interviewer'],
    params: Survey,
    query: z.object({ label }),
    body: NewCall,
    run: async ({ context, params, query, body, account, user, permit }) => {
      const watched = await findWatched(context, params.survey)
      permit(watched.evaluation.regionCode)
      await requireInterviewer(context, watched, user)
      return noteCalls(context, watched.survey, { label: query.label, calls: [body], account })
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/surveys/:survey/calls.csv',
    summary:
      'The same as a list: CSV or XLSX with reference, and any of stratum, base_weight, disposition (an AAPOR code or its words); all or none',
    access,
    params: Survey,
    query: z.object({ label }),
    file: tableTypes,
    run: async ({ context, params, query, account, permit, request }) => {
      const { survey, evaluation } = await findWatched(context, params.survey)
      permit(evaluation.regionCode)
      const calls = await readCalls(await readUpload(request))
      return noteCalls(context, survey, { label: query.label, calls, account })
    },
  }),
]
