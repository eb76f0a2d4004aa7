import { randomUUID } from 'node:crypto'
import { defaultQualityRules } from '../../../scoring/subjective/quality/rules.ts'
import type { Role } from '../../../server/shapes/session.ts'
import { wish } from '../setup/wish.ts'
import { fieldwork, microdata, type Right, readers, type Things, watchers } from './right.ts'
import { surveyRights } from './surveyRights.ts'

const providers = ['reporter', 'evaluator'] as const satisfies Role[]
const everybody: readonly Role[] = ['administrator', 'interviewer', ...readers]

const remark = () => ({ remark: '试' })
const noExport = { params: () => ({ export: randomUUID() }), everywhere: true } as const

const survey = ({ region }: Things) =>
  wish({
    id: `new-${region}`,
    round: { id: 'spring', name: { zh: '春', en: 'Spring' } },
    region: { code: region, name: { zh: region, en: region }, scheme: 'city', rank: '地级市' },
    settings: { ...wish().settings, quality: defaultQualityRules },
  })

const e = (path: string) => `/api/evaluations/:id/${path}`

/** Every request that is not for everybody, written down apart from the code that decides; in the order of asking. */
export const rights: Record<string, Right> = {
  ...surveyRights,
  'get /api/session': { roles: everybody, everywhere: true },
  'get /api/accounts': { roles: ['administrator'], everywhere: true },
  'post /api/accounts': {
    roles: ['administrator'],
    everywhere: true,
    body: () => ({
      name: `n${randomUUID().slice(0, 8)}`,
      password: 'long enough 123',
      roles: [{ role: 'viewer', regions: ['town'] }],
    }),
  },
  'patch /api/accounts/:name': {
    roles: ['administrator'],
    everywhere: true,
    params: () => ({ name: 'somebody' }),
    body: () => ({ disabled: false }),
  },
  'get /api/evaluations': { roles: ['administrator', ...readers], everywhere: true },
  'get /api/evaluations/:id': { roles: readers },
  'get /api/regions/:code': { roles: readers, params: ({ region }) => ({ code: region }) },
  'put /api/regions/:code': {
    roles: ['fieldwork', 'evaluator'],
    params: ({ region }) => ({ code: region }),
    body: () => ({ province: null, population: null }),
  },
  'put /api/regions/:code/departments': {
    roles: providers,
    params: ({ region }) => ({ code: region }),
    body: () => ({ departments: { L1: '甲' } }),
  },

  'get /api/questionnaires': { roles: everybody, everywhere: true },
  'get /api/questionnaires/:id': { roles: everybody, everywhere: true, params: () => ({ id: 'small' }) },
  'get /api/questionnaires/:id/changes': {
    roles: everybody,
    everywhere: true,
    params: () => ({ id: 'small' }),
    query: 'from=1&to=1',
  },
  'post /api/questionnaire-drafts': {
    roles: fieldwork,
    everywhere: true,
    body: () => ({ scheme: 'city', parts: [{ code: 'a', label: { zh: '甲', en: 'A' } }] }),
  },
  'post /api/questionnaires/:id/check': {
    roles: fieldwork,
    everywhere: true,
    params: () => ({ id: 'small' }),
    body: () => ({ questionnaire: {} }),
  },
  'post /api/questionnaires/:id/versions': {
    roles: fieldwork,
    everywhere: true,
    params: () => ({ id: 'small' }),
    body: () => ({ questionnaire: {} }),
  },
  'get /api/setup/drafts': { roles: fieldwork, everywhere: true },
  'put /api/setup/drafts/:id': {
    roles: fieldwork,
    everywhere: true,
    params: () => ({ id: 'mine' }),
    body: () => ({ kind: 'survey', title: '', content: {} }),
  },
  'get /api/setup/drafts/:id': { roles: fieldwork, everywhere: true, params: () => ({ id: 'mine' }) },
  'delete /api/setup/drafts/:id': { roles: fieldwork, everywhere: true, params: () => ({ id: 'mine' }) },
  'post /api/setup/population': {
    roles: fieldwork,
    everywhere: true,
    body: () => 'variable,category,count\nsex,a,1\n',
  },
  'post /api/setup/check': { roles: fieldwork, body: survey },
  'post /api/setup/dry-run': { roles: fieldwork, body: (of) => ({ survey: survey(of), responses: 1 }) },
  'post /api/setup/surveys': { roles: fieldwork, body: survey },
  'get /api/setup/surveys.csv': { roles: fieldwork, everywhere: true, query: 'template=town' },
  'post /api/setup/rounds/:round/surveys': {
    roles: fieldwork,
    everywhere: true,
    query: 'template=town',
    body: () => 'region\n',
  },
  'get /api/rounds': { roles: watchers, everywhere: true },
  'post /api/rounds': {
    roles: fieldwork,
    // A round is for all regions: who has some of them only may not begin one.
    none: 403,
    everywhere: true,
    body: () => ({ id: 'new', name: { zh: '新', en: 'new' } }),
  },
  'get /api/rounds/:round/overview': { roles: watchers, everywhere: true },

  [`put ${e('facts')}`]: { roles: providers, body: () => 'indicator,input,value\n' },
  [`put ${e('scores')}`]: { roles: providers, body: () => 'indicator,score\n' },
  [`put ${e('survey-score')}`]: { roles: providers, body: () => 'score\n' },
  [`get ${e('inputs')}`]: { roles: readers },
  [`get ${e('inputs/:kind/versions')}`]: { roles: readers, params: () => ({ kind: 'facts' }) },
  'get /api/template.:format': {
    roles: everybody,
    everywhere: true,
    params: () => ({ format: 'csv' }),
    query: 'scheme=city',
  },
  [`get ${e('facts.:format')}`]: { roles: readers, params: () => ({ format: 'csv' }) },
  [`get ${e('result')}`]: { roles: readers, slow: true },
  [`get ${e('comparison')}`]: { roles: readers, slow: true },
  [`get ${e('history')}`]: { roles: readers, slow: true },
  [`post ${e('what-if')}`]: { roles: readers, body: () => ({}) },
  [`post ${e('submit')}`]: { roles: ['reporter'], body: remark },
  [`post ${e('return')}`]: { roles: ['evaluator'], body: remark },
  [`post ${e('accept')}`]: { roles: ['evaluator'], body: remark },
  [`post ${e('compute')}`]: { roles: ['evaluator'], body: remark },
  [`post ${e('publish')}`]: { roles: ['publisher'], body: remark },
  [`post ${e('correct')}`]: { roles: ['evaluator', 'publisher'], body: remark },
  [`get ${e('steps')}`]: { roles: readers },
  [`get ${e('versions')}`]: { roles: readers },
  [`put ${e('open')}`]: { roles: ['evaluator'], body: () => ({ open: false }) },
  [`get ${e('obstacles')}`]: { roles: readers },
  [`post ${e('decisions')}`]: {
    roles: ['evaluator', 'publisher'],
    body: () => ({ code: 'none', subject: '', reason: '试' }),
  },
  [`get ${e('result.csv')}`]: { roles: readers, slow: true },
  [`get ${e('result.xlsx')}`]: { roles: readers, slow: true },
  [`get ${e('result.docx')}`]: { roles: readers, slow: true },
  [`get ${e('result.zip')}`]: { roles: microdata, slow: true },
  [`get ${e('print')}`]: { roles: readers, slow: true },
  [`get ${e('brief.svg')}`]: { roles: readers, slow: true },
  [`get ${e('evidence.zip')}`]: { roles: readers, slow: true },
  [`get ${e('public.zip')}`]: { roles: readers, slow: true },

  'get /api/rounds/:round/results': { roles: readers, slow: true, everywhere: true },
  'post /api/rounds/:round/exports': { roles: ['evaluator'], everywhere: true, body: () => ({ files: ['csv'] }) },
  'get /api/rounds/:round/exports': { roles: ['evaluator'], everywhere: true },
  'get /api/rounds/:round/exports/:export/all.zip': { roles: ['evaluator'], none: 404, ...noExport },
  'delete /api/rounds/:round/exports/:export': { roles: ['evaluator'], none: 404, ...noExport },
  'get /api/rounds/:round/ranks': { roles: readers, slow: true, everywhere: true },
  'get /api/rounds/:round/ranks/:region': {
    roles: readers,
    slow: true,
    none: 404,
    params: ({ region }) => ({ region }),
  },
  'delete /api/session': { roles: everybody, everywhere: true },
}
