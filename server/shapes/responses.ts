import { z } from 'zod'
import type { QualityFlag } from '../../scoring/subjective/quality/rules.ts'
import type { Text } from '../../scoring/text.ts'
import { channels } from './channel.ts'
import type { ReceiptState } from './survey.ts'

export const responseStates = ['counted', 'over-quota', 'excluded', 'withdrawn'] as const satisfies ReceiptState[]

/** `GET /api/surveys/{survey}/responses?…`: filters all hold together. */
export const ResponseFilter = z.object({
  /** An id, or its beginning: only what comes after it. Ids are random, so `8` is about the middle. */
  after: z.string().max(40).default(''),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  state: z.enum(responseStates).optional(),
  channel: z.enum(channels).optional(),
  /** Of a quality rule, e.g. `too-fast`: raised on arrival, or by the newest scan. */
  flag: z.string().max(40).optional(),
  /** `variable:category`, e.g. `sex:female`; several with commas between. */
  cell: z.string().max(500).optional(),
})
export type ResponseFilter = z.infer<typeof ResponseFilter>

/** One response as the table shows it: nothing of who sent it, and no more of when than the day. */
export interface ResponseRow {
  id: string
  state: ReceiptState
  channel: string
  locale: string
  /** China standard time, `2026-05-01`. */
  day: string
  /** Categories in the order of the design's variables; '' where there is none. */
  cell: string[]
  /** How many items were rated, and how many could not be. */
  rated: number
  dontKnow: number
  flags: QualityFlag[]
}

/** A page in the order of the ids, which says nothing of who came when. */
export interface ResponsePage {
  variables: { name: string; label: Text; categories: { code: string; label: Text }[] }[]
  rows: ResponseRow[]
  /** Where to go on (`?after=`), also where nothing was found so far; null: that was all. */
  next: string | null
}

/** What was decided about a response, oldest first. */
export interface ResponseMark {
  kind: 'excluded' | 'restored' | 'withdrawn' | 'promoted'
  reason: string
  /** null: a rule, or its owner. */
  by: string | null
  at: string
}

/** `GET /api/surveys/{survey}/responses/{id}` */
export interface ResponseView extends ResponseRow {
  points: number
  marks: ResponseMark[]
  /** In the order of the questionnaire; what people wrote in their own words is screened. Empty once withdrawn. */
  answers: { name: string; question: Text; answer: Text }[]
}

export const commentDecisions = ['open', 'shown', 'hidden'] as const
export type CommentDecision = (typeof commentDecisions)[number]

/** `GET /api/surveys/{survey}/comments?…` */
export const CommentFilter = z.object({
  after: z.string().max(40).default(''),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  decision: z.enum(commentDecisions).optional(),
  tag: z.string().max(40).optional(),
})
export type CommentFilter = z.infer<typeof CommentFilter>

/** What somebody wrote in their own words. */
export interface Comment {
  response: string
  /** Under which the answers hold it, e.g. `W1`. */
  name: string
  question: Text
  /** With what may lead to a person hidden. */
  text: string
  /** What was hidden. */
  found: Text[]
  tags: string[]
  /** `open`: nobody has looked yet; `shown`: may be quoted; `hidden`: may not. */
  decision: CommentDecision
}

export interface CommentPage {
  comments: Comment[]
  /** Tags in use, with how many comments have each. */
  tags: { tag: string; comments: number }[]
  next: string | null
}

/** `PUT /api/surveys/{survey}/comments/{response}/{name}` */
export const CommentNote = z.object({
  tags: z.array(z.string().trim().min(1).max(40)).max(20),
  decision: z.enum(commentDecisions),
})
export type CommentNote = z.infer<typeof CommentNote>
