import { z } from 'zod'
import type { Text } from '../../scoring/text.ts'
import { Answers } from './answers.ts'
import { SignedLink } from './channel.ts'

export type SurveyState = 'draft' | 'scheduled' | 'open' | 'paused' | 'closed'

/** What the Statistics Law wants printed on a form; all empty: shown as an internal pilot. */
export interface LegalMarks {
  formNumber: string
  issuedBy: string
  documentNumber: string
  approvedBy: string
  approvalNumber: string
  validUntil: string
}

/** What the welcome page says; settings of the survey, frozen when it opens. */
export interface Welcome {
  organiser: Text
  purpose: Text
  minutes: number
  contact: Text
  legalMarks: LegalMarks
}

/** `GET /api/surveys/{survey}` once it is open. Before opening only id, title, state and dates are given. */
export interface PublicSurvey {
  id: string
  title: Text
  state: SurveyState
  opensAt: string | null
  closesAt: string | null
  region: { code: string; name: Text }
  welcome: Welcome
  /** What leads from answers to who gave them, until it is cut at closing: by link, a code or a host app's word, of who has one. */
  identity: 'anonymous' | 'by-link' | 'pseudonymous'
  /** Whether its data are made up for demonstration. */
  madeUp: boolean
  /** SurveyJS locales that the questionnaire has, the first is the default. */
  locales: string[]
  /** SurveyJS JSON with the scoring properties. */
  questionnaire: Record<string, unknown>
}

/** `POST /api/surveys/{survey}/responses`; what takes it in checks it by hand (http/newResponse.ts), and a test compares. */
export const NewResponse = z.object({
  id: z.guid(),
  answers: Answers,
  locale: z.string().max(20).optional(),
  place: z.string().max(200).optional(),
  invitation: z.string().max(200).optional(),
  signed: SignedLink.optional(),
  timings: z.record(z.string().max(100), z.number().min(0)).optional(),
})
export type NewResponse = z.infer<typeof NewResponse>

export interface ResponseTaken {
  id: string
  receipt: string
}

export type ReceiptState = 'counted' | 'over-quota' | 'excluded' | 'withdrawn'

/** `GET /api/receipts/{receipt}` */
export interface ReceiptStatus {
  survey: string
  received: string
  state: ReceiptState
}

export const progressEvents = ['consented', 'started', 'page', 'finished'] as const
export type ProgressEvent = (typeof progressEvents)[number]

/** `POST /api/surveys/{survey}/progress`; the visit is a random number of this opening of the page. */
export const ProgressReport = z.object({
  visit: z.string().min(1).max(64),
  event: z.enum(['opened', ...progressEvents]),
  page: z.number().int().min(0).max(1000),
})

/** Twelve letters and digits, 60 bits, that the client makes up; dashes and case do not matter. */
export const draftCode = z.string().regex(/^[0-9A-Za-z]{4}-?[0-9A-Za-z]{4}-?[0-9A-Za-z]{4}$/)

/** Unfinished answers, as `PUT` and `GET /api/surveys/{survey}/drafts/{code}` carry them. */
export const Draft = z.object({
  /** The id that the response will have, so that it counts once from whichever device it is sent. */
  id: z.guid().optional(),
  answers: Answers,
  /** The page or question where the person is. */
  step: z.string().max(200).optional(),
  /** Milliseconds by page so far: whoever goes on elsewhere was not faster for that. */
  timings: z.record(z.string().max(100), z.number().min(0)).optional(),
})
export type Draft = z.infer<typeof Draft>
