import { cellOf } from '../../../scoring/sampling/design.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { NewResponse, ResponseTaken } from '../../shapes/survey.ts'
import { takenIds } from '../../store/responses.ts'
import { countScreenedOut } from '../../store/surveys.ts'
import { type PlaceTicket, readPlaceToken } from '../places/token.ts'
import { findPublished, type Published, stateAt } from '../published.ts'
import { closedStates } from './closedStates.ts'
import { contentHash } from './content.ts'
import { packCodes } from './pack.ts'
import { createQueue, type Queue } from './queue.ts'
import { receiptFor } from './receipt.ts'
import type { Incoming, Settlement } from './settle.ts'

interface Collected extends ResponseTaken {
  /** Whether this very request stored it; else it was there already. */
  fresh: boolean
}

export interface Collector {
  context: Context
  queue: Queue
  receiptKey: Buffer
  placeKey: Buffer
}

export const createCollector = (context: Context): Collector => ({
  context,
  queue: createQueue(context),
  receiptKey: context.keyFor('receipts'),
  placeKey: context.keyFor('places'),
})

interface Arrival {
  /** How it came: `open`, `paper`. */
  channel: string
  /** Seconds to wait where there are too many requests from one place, 0 if it may go on. */
  throttle: () => number
}

/**
 * Takes in one person's answers. What it gives is on the disk.
 * @throws {Problem} in the order of CONTRACT section 2; an id that the survey has already is answered for what it is
 *   before anything else is held against it
 */
export async function collect(
  { context, queue, receiptKey, placeKey }: Collector,
  surveyId: string,
  { id: sent, answers, locale, place: token }: NewResponse,
  { channel, throttle }: Arrival = { channel: 'open', throttle: () => 0 },
): Promise<Collected> {
  const survey = await findPublished(context, surveyId)
  if (!survey) throw new Problem('not-found')

  // The same UUID may be written in capitals.
  const id = sent.toLowerCase()
  const hash = contentHash(answers)
  const place = token === undefined ? undefined : readPlaceToken(placeKey, survey.id, token)
  const verdict = weigh(context, survey, { answers, place, throttle })
  if (verdict.refusal) {
    const { refusal } = verdict
    const repeated = await ifTaken(context, survey, id, hash)
    if (repeated) return { ...repeated, id: sent }
    if (refusal.code === 'not-eligible') await countScreenedOut(context.db, survey.id)
    throw refusal
  }

  const incoming: Incoming = {
    survey,
    id,
    answers: JSON.stringify(answers),
    contentHash: hash,
    codes: packCodes(verdict.codes),
    cell: cellOf(survey.design, answers),
    baseWeight: 1,
    channel,
    locale: locale ?? '',
    receipt: receiptFor(receiptKey, survey.id, id),
    receivedAt: context.now().toISOString(),
    place: place?.id,
  }
  return { id: sent, ...outcomeOf(await queue.add(incoming), incoming.receipt) }
}

type Verdict = { refusal: Problem } | { refusal?: never; codes: number[] }

interface Offer extends Pick<Arrival, 'throttle'> {
  answers: Record<string, unknown>
  place: PlaceTicket | undefined
}

/** What stands against answers that are new, the first that applies; else their codes. */
function weigh(context: Context, survey: Published, { answers, place, throttle }: Offer): Verdict {
  const wait = throttle()
  if (wait > 0) return { refusal: new Problem('too-many-requests', { retryAfterSeconds: wait }) }
  const closed = closedStates[stateAt(survey, context.now())]
  if (closed && !(closed === 'survey-closed' && inGrace(survey, place, context.now()))) {
    return { refusal: new Problem(closed) }
  }
  if (survey.settings.placeRequired && !place) return { refusal: new Problem('place-required') }
  const { problems, eligible, codes } = survey.check(answers)
  if (problems.length > 0) return { refusal: new Problem('invalid', { errors: problems }) }
  return eligible ? { codes } : { refusal: new Problem('not-eligible') }
}

const hour = 3_600_000

/** Whether answers that were begun under a place before closing are still taken. */
function inGrace({ closesAt, settings }: Published, place: PlaceTicket | undefined, now: Date): boolean {
  if (place === undefined || closesAt === null) return false
  const closed = Date.parse(closesAt)
  return place.begunAt < closed && now.getTime() < closed + (settings.graceHours ?? 24) * hour
}

type Receipt = Omit<Collected, 'id'>

async function ifTaken({ db }: Context, survey: Published, id: string, hash: string): Promise<Receipt | undefined> {
  const taken = (await takenIds(db, survey.round, survey.id, [id])).get(id)
  if (!taken) return undefined
  if (taken.withdrawn) throw new Problem('withdrawn')
  if (taken.content_hash !== hash) throw new Problem('id-conflict')
  return { receipt: taken.receipt, fresh: false }
}

function outcomeOf(settlement: Settlement, receipt: string): Receipt {
  switch (settlement.kind) {
    case 'stored':
      return { receipt, fresh: true }
    case 'repeated':
      return { receipt: settlement.receipt, fresh: false }
    case 'conflict':
      throw new Problem('id-conflict')
    case 'withdrawn':
    case 'quota-full':
    case 'place-required':
      throw new Problem(settlement.kind)
  }
}
