import type { Listed } from '../../../surveys/answers/written.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { Admitted } from '../channels/admit.ts'
import type { PlaceTicket } from '../places/token.ts'
import { demandsPlace, type Published, stateAt } from '../published.ts'
import { closedStates } from './closedStates.ts'

export type Verdict = { refusal: Problem } | { refusal?: never; codes: number[] }

/** Seconds to wait where too many requests come under this place, or from where this one comes; 0 if it may go on. */
export type Throttle = (place?: string) => number | Promise<number>

interface Offer {
  answers: Listed
  place: PlaceTicket | undefined
  admitted: Admitted
  /** Seconds to wait, see Throttle. */
  wait: number
}

/** What stands against answers that are new, the first that applies (CONTRACT section 2); else their codes. */
export function weigh(context: Context, survey: Published, { answers, place, admitted, wait }: Offer): Verdict {
  if (wait > 0) return { refusal: new Problem('too-many-requests', { retryAfterSeconds: wait }) }
  const closed = closedStates[stateAt(survey, context.now())]
  if (closed && !(closed === 'survey-closed' && inGrace(survey, place, context.now()))) {
    return { refusal: new Problem(closed) }
  }
  if (admitted.refusal) return { refusal: new Problem(admitted.refusal) }
  if (demandsPlace(survey) && !place) return { refusal: new Problem('place-required') }
  const { problems, eligible, codes } = survey.check.listed(answers)
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
