import { randomUUID } from 'node:crypto'
import type { Role } from '../../../server/shapes/session.ts'
import { answersOf } from '../core/town.ts'
import { fieldwork, microdata, type Right, readers, type Things, watchers } from './right.ts'

const records = ['fieldwork', 'evaluator', 'publisher'] as const satisfies Role[]

const reason = () => ({ reason: '试' })
const response = ({ response: id }: Things) => ({ id })
const account = () => ({ account: 'somebody' })

const s = (path: string) => `/api/surveys/:survey/${path}`

/** Requests about one survey, in the order of asking: it is closed at last. */
export const surveyRights: Record<string, Right> = {
  [`post ${s('invitations')}`]: { roles: fieldwork, body: () => ({ label: 'x', count: 1 }) },
  [`post ${s('invitations.csv')}`]: { roles: fieldwork, query: 'label=x', body: () => 'reference\na\n' },
  [`get ${s('invitations')}`]: { roles: fieldwork },
  [`patch ${s('invitations/:code')}`]: {
    roles: ['fieldwork', 'interviewer'],
    params: ({ code }) => ({ code }),
    body: () => ({ disposition: '2.2' }),
  },
  [`post ${s('calls')}`]: { roles: ['fieldwork', 'interviewer'], body: () => ({ reference: 'T-1' }) },
  [`post ${s('calls.csv')}`]: { roles: fieldwork, body: () => 'reference\nT-2\n' },
  'get /api/interviews': { roles: ['interviewer'], everywhere: true },
  [`get ${s('interviewers')}`]: { roles: fieldwork },
  [`put ${s('interviewers/:account')}`]: { roles: fieldwork, params: account },
  [`delete ${s('interviewers/:account')}`]: { roles: fieldwork, params: account },
  [`post ${s('assisted')}`]: {
    roles: ['fieldwork', 'interviewer'],
    body: () => ({ id: randomUUID(), answers: answersOf() }),
  },
  [`get ${s('qr.svg')}`]: { roles: fieldwork },
  [`get ${s('qr.png')}`]: { roles: fieldwork, query: 'width=100' },
  [`get ${s('poster')}`]: { roles: fieldwork },
  [`get ${s('paper-form')}`]: { roles: fieldwork },
  [`post ${s('invitations/draw')}`]: {
    roles: fieldwork,
    query: 'label=x&size=1&seed=1',
    body: () => 'reference\na\nb\n',
  },
  [`get ${s('invitations/:batch/reminders.csv')}`]: { roles: fieldwork, params: ({ batch }) => ({ batch }) },
  [`post ${s('pause')}`]: { roles: fieldwork, body: reason },
  [`post ${s('resume')}`]: { roles: fieldwork, body: reason },
  [`get ${s('signing-key')}`]: { roles: fieldwork },
  [`post ${s('paper')}`]: { roles: fieldwork, body: () => 'id,consent\n' },
  [`post ${s('responses/:id/exclude')}`]: { roles: fieldwork, params: response, body: reason },
  [`post ${s('responses/:id/restore')}`]: { roles: fieldwork, params: response, body: reason },
  [`post ${s('extend')}`]: { roles: fieldwork, body: () => ({ closesAt: '2040-01-01T00:00:00Z', reason: '试' }) },
  [`patch ${s('quotas/:quota')}`]: {
    roles: fieldwork,
    params: () => ({ quota: 'sex-female' }),
    body: () => ({ target: 500, reason: '试' }),
  },
  [`put ${s('channels/:channel')}`]: {
    roles: fieldwork,
    params: () => ({ channel: 'paper' }),
    body: () => ({ open: true, reason: '试' }),
  },
  [`post ${s('withdrawals')}`]: { roles: fieldwork, body: () => ({ answer: 'refuse', reason: '试' }) },
  [`get ${s('log')}`]: { roles: microdata },
  [`get ${s('quality')}`]: { roles: microdata },
  [`post ${s('quality/effect')}`]: {
    roles: microdata,
    body: ({ response: id }) => ({ action: 'exclude', ids: [id] }),
  },
  [`post ${s('quality/decisions')}`]: {
    roles: fieldwork,
    body: ({ response: id }) => ({ action: 'restore', ids: [id], reason: '试' }),
  },
  [`post ${s('quality-scan')}`]: { roles: fieldwork },
  [`get ${s('responses')}`]: { roles: microdata },
  [`get ${s('responses/:id')}`]: { roles: microdata, params: response },
  [`get ${s('comments')}`]: { roles: microdata },
  [`put ${s('comments/:response/:name')}`]: {
    roles: microdata,
    params: ({ response: id }) => ({ response: id, name: 'A1' }),
    body: () => ({ tags: [], decision: 'open' }),
  },
  [`get ${s('alerts')}`]: { roles: watchers },
  [`put ${s('alerts/settings')}`]: { roles: fieldwork, body: () => ({ rules: [], webhook: null, emails: [] }) },
  [`post ${s('alerts/test')}`]: { roles: fieldwork },
  [`post ${s('alerts/:alert/acknowledge')}`]: { roles: fieldwork, params: () => ({ alert: '1' }) },
  [`get ${s('records')}`]: { roles: records },
  [`put ${s('records')}`]: { roles: fieldwork, body: () => ({}) },
  [`get ${s('records.json')}`]: { roles: records },
  [`get ${s('records.html')}`]: { roles: records },
  [`get ${s('visits')}`]: { roles: watchers },
  [`get ${s('history')}`]: { roles: watchers },
  [`get ${s('participation')}`]: { roles: readers },
  [`put ${s('eligibility')}`]: {
    roles: microdata,
    body: () => ({ share: 0.9, source: { zh: '试', en: 'trial' } }),
  },
  [`get ${s('responses.csv')}`]: { roles: microdata },
  [`get ${s('responses.xlsx')}`]: { roles: microdata },
  [`get ${s('responses.json')}`]: { roles: microdata },
  [`get ${s('exports/:ticket')}`]: { roles: microdata, params: () => ({ ticket: 'none' }), none: 404 },
  [`get ${s('responses.sps')}`]: { roles: readers },
  [`get ${s('codebook.xml')}`]: { roles: readers },
  [`get ${s('design.json')}`]: { roles: readers },
  [`get ${s('population.csv')}`]: { roles: readers },
  [`get ${s('monitor')}`]: { roles: watchers },
  [`get ${s('monitor/events')}`]: { roles: watchers },
  [`get ${s('sensitivity')}`]: { roles: readers, slow: true },
  [`get ${s('importance')}`]: { roles: readers },
  [`get ${s('sample')}`]: { roles: readers },
  [`get ${s('groups')}`]: { roles: readers },
  [`post ${s('close')}`]: { roles: fieldwork, body: reason },
}
