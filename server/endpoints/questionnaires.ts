import { z } from 'zod'
import { tailored } from '../../surveys/forms/tailored.ts'
import { endpoint } from '../http/endpoint.ts'
import {
  changesOf,
  checkDraft,
  publishDraft,
  publishedQuestionnaires,
  questionnaireOf,
} from '../services/questionnaires.ts'
import { QuestionnaireDraft, QuestionnaireId, TailoringWish } from '../shapes/questionnaire.ts'

const Id = z.object({ id: QuestionnaireId })
const Version = z.coerce.number().int().min(1)

export const questionnaireEndpoints = [
  endpoint({
    method: 'get',
    path: '/api/questionnaires',
    summary: 'Every published version of every questionnaire, the newest first',
    access: 'signed-in',
    run: ({ context }) => publishedQuestionnaires(context),
  }),
  endpoint({
    method: 'get',
    path: '/api/questionnaires/:id',
    summary: 'A published questionnaire as SurveyJS JSON: the newest version, or the one that is asked for',
    access: 'signed-in',
    params: Id,
    query: z.object({ version: Version.optional() }),
    run: ({ context, params, query }) => questionnaireOf(context, params.id, query.version),
  }),
  endpoint({
    method: 'get',
    path: '/api/questionnaires/:id/changes',
    summary: 'What changed from one version to another: questions, wording, weights, conditions',
    access: 'signed-in',
    params: Id,
    query: z.object({ from: Version, to: Version }),
    run: ({ context, params, query }) => changesOf(context, params.id, query),
  }),
  endpoint({
    method: 'post',
    path: '/api/questionnaire-drafts',
    summary:
      'A shipped questionnaire for a region with these parts, and the variables that its screening gives a design',
    access: ['fieldwork'],
    body: TailoringWish,
    run: async ({ body }) => tailored(body),
  }),
  endpoint({
    method: 'post',
    path: '/api/questionnaires/:id/check',
    summary:
      'Everything that keeps a draft from being published, its weights, and what is new against the newest version',
    access: ['fieldwork'],
    params: Id,
    body: QuestionnaireDraft,
    run: ({ context, params, body }) => checkDraft(context, params.id, body.questionnaire),
  }),
  endpoint({
    method: 'post',
    path: '/api/questionnaires/:id/versions',
    summary: 'Publishes a questionnaire, its HTML sanitised; the same again is the same version',
    access: ['fieldwork'],
    params: Id,
    body: QuestionnaireDraft,
    run: ({ context, params, body, account }) =>
      publishDraft(context, { id: params.id, questionnaire: body.questionnaire, account }),
  }),
]
