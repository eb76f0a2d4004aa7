import { z } from 'zod'
import { microdataReaders } from '../http/access.ts'
import { endpoint } from '../http/endpoint.ts'
import { findWatched } from '../services/monitor/monitor.ts'
import { decideTogether, effectOf } from '../services/quality/decide.ts'
import { qualityReport } from '../services/quality/report.ts'
import { scanQuality } from '../services/quality/scan.ts'
import { EffectQuestion, QualityDecision } from '../shapes/quality.ts'

const Survey = z.object({ survey: z.string() })

export const qualityEndpoints = [
  endpoint({
    method: 'get',
    path: '/api/surveys/:survey/quality',
    summary: 'How many responses each quality rule has flagged, with its points, and the newest scan',
    access: microdataReaders,
    params: Survey,
    run: async ({ context, params, permit }) => {
      const { survey, evaluation } = await findWatched(context, params.survey)
      permit(evaluation.regionCode)
      return qualityReport(context.db, survey)
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/surveys/:survey/quality/effect',
    summary: 'What excluding or restoring responses, by a flag or by their ids, would do to the score; changes nothing',
    access: microdataReaders,
    params: Survey,
    body: EffectQuestion,
    run: async ({ context, params, body, permit }) => {
      const { survey, evaluation } = await findWatched(context, params.survey)
      permit(evaluation.regionCode)
      return effectOf(context, survey, body)
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/surveys/:survey/quality/decisions',
    summary: 'Excludes or restores responses together, by a flag or by their ids, with a reason',
    access: ['fieldwork'],
    params: Survey,
    body: QualityDecision,
    run: async ({ context, params, body, account, permit }) => {
      const { survey, evaluation } = await findWatched(context, params.survey)
      permit(evaluation.regionCode)
      return decideTogether(context, survey, { ...body, account })
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/surveys/:survey/quality-scan',
    summary: 'Judges all responses together by the survey’s frozen rules, provisionally; says what it found',
    access: ['fieldwork'],
    params: Survey,
    run: async ({ context, params, permit }) => {
      const { survey, evaluation } = await findWatched(context, params.survey)
      permit(evaluation.regionCode)
      return scanQuality(context, survey, { final: false })
    },
  }),
]
