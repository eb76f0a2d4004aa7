import { cellOf } from '../../../scoring/sampling/design.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { Place } from '../../shapes/place.ts'
import { countScreenedOut } from '../../store/surveys.ts'
import { closedStates } from '../collect/closedStates.ts'
import { createGroupCommit, type GroupCommit } from '../collect/groupCommit.ts'
import { findPublished, type Published, stateAt } from '../published.ts'
import { type Held, holdPlaces, type PlaceRequest } from './hold.ts'
import { placeToken } from './token.ts'

const queues = new WeakMap<Context['changes'], GroupCommit<PlaceRequest, Held | 'quota-full'>>()

/** Those who start together share a transaction, as those who finish do. */
function queueOf(context: Context) {
  const known = queues.get(context.changes)
  if (known) return known
  const queue = createGroupCommit(context, { sizeOf: () => 1024, settle: holdPlaces })
  queues.set(context.changes, queue)
  return queue
}

interface Asking {
  answers: Record<string, unknown>
  /** Keyed hash of the device's token. */
  device: string | null
}

/**
 * Takes a place for a person: a seat in every quota that applies, kept for five minutes and as long as they go on.
 * @throws {Problem} `not-found`, `survey-not-open`, `survey-closed`, `invalid`, `not-eligible`, `quota-full`, `busy`
 */
export async function requestPlace(context: Context, surveyId: string, { answers, device }: Asking): Promise<Place> {
  const survey = await findPublished(context, surveyId)
  if (!survey) throw new Problem('not-found')
  const closed = closedStates[stateAt(survey, context.now())]
  if (closed) throw new Problem(closed)

  const screening = Object.fromEntries(Object.entries(answers).filter(([name]) => survey.screening.has(name)))
  const { problems, eligible } = survey.check(screening)
  const errors = problems.filter(({ path }) => survey.screening.has(path.replace(/-Comment$/, '')))
  if (errors.length > 0) throw new Problem('invalid', { errors })
  if (!eligible) {
    await countScreenedOut(context.db, survey.id)
    throw new Problem('not-eligible')
  }

  const held = await queueOf(context).add({
    survey,
    cell: cellOf(survey.design, screening),
    device,
    now: context.now().toISOString(),
  })
  if (held === 'quota-full') throw new Problem('quota-full')
  return shown(context, survey, held)
}

/** A place as its holder sees it. */
export const shown = (context: Context, { id: survey }: Published, { id, begunAt, expiresAt, quota }: Held): Place => ({
  place: placeToken(context.keyFor('places'), survey, { id, begunAt: Date.parse(begunAt) }),
  expiresAt,
  quota,
})
