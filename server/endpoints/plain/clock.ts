import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Clock, State } from '../../../client/resident/plain/state.ts'
import type { Form } from '../../../surveys/answers/form.ts'
import type { Context } from '../../context.ts'

type Told = Omit<Clock, 'seal'>

/**
 * A clock that runs from now on for one response. Without scripts only the server can measure; what it has measured goes
 * along in the form, sealed, so that nobody makes it longer.
 * @param times milliseconds by page, as measured before
 */
export function newClock(context: Context, survey: string, id: string, times: Clock['times'] = {}): Clock {
  const told: Told = { times, since: context.now().getTime() }
  return { ...told, seal: sealOf(context, survey, id, told).toString('base64url') }
}

/** The clock when a page has come back: what has passed since it was sent is that page's. One that was not made here begins anew. */
export function ticked(context: Context, survey: string, form: Form, { id, clock, page }: State): Clock {
  if (!clock || !isOwn(context, survey, id, clock)) return newClock(context, survey, id)
  if (!form.pages.some(({ name }) => name === page)) return newClock(context, survey, id, clock.times)
  // The clock may have been set back meanwhile.
  const took = Math.max(0, context.now().getTime() - clock.since)
  return newClock(context, survey, id, { ...clock.times, [page]: (clock.times[page] ?? 0) + took })
}

function isOwn(context: Context, survey: string, id: string, { seal, ...told }: Clock): boolean {
  const [own, shown] = [sealOf(context, survey, id, told), Buffer.from(seal, 'base64url')]
  return shown.length === own.length && timingSafeEqual(shown, own)
}

const sealOf = ({ keyFor }: Context, survey: string, id: string, { times, since }: Told): Buffer =>
  createHmac('sha256', keyFor('clocks'))
    .update(JSON.stringify([survey, id, Object.entries(times), since]))
    .digest()
    .subarray(0, 16)
