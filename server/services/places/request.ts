import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { Disposition } from '../../shapes/channel.ts'
import type { Place } from '../../shapes/place.ts'
import type { Proof } from '../../shapes/proof.ts'
import { noteDisposition } from '../../store/invitations.ts'
import { countScreenedOut } from '../../store/surveys.ts'
import { type Admission, admit } from '../channels/admit.ts'
import { cellWith } from '../channels/cell.ts'
import type { SignedLink } from '../channels/signature.ts'
import { closedStates } from '../collect/closedStates.ts'
import { createGroupCommit, type GroupCommit } from '../collect/groupCommit.ts'
import { requireProof } from '../proof/proof.ts'
import { findPublished, type Published, stateAt } from '../published.ts'
import { type Held, type Holding, holdPlaces, type PlaceRequest } from './hold.ts'
import { placeToken } from './token.ts'

const queues = new WeakMap<Context['changes'], GroupCommit<PlaceRequest, Holding>>()

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
  invitation?: string | undefined
  signed?: SignedLink | undefined
  proof?: Proof | undefined
}

/**
 * Takes a place for a person: a seat in every quota that applies, kept for five minutes and as long as they go on.
 * @throws {Problem} `not-found`, `survey-not-open`, `survey-closed`, `invalid`, `not-eligible`, `quota-full`, `busy`
 */
export async function requestPlace(
  context: Context,
  surveyId: string,
  { answers, device, invitation, signed, proof }: Asking,
): Promise<Place> {
  const survey = await findPublished(context, surveyId)
  if (!survey) throw new Problem('not-found')
  const closed = closedStates[stateAt(survey, context.now())]
  if (closed) throw new Problem(closed)
  const { admission, refusal } = await admit(context, survey, { invitation, signed })
  if (!admission) throw new Problem(refusal)

  const screening = Object.fromEntries(Object.entries(answers).filter(([name]) => survey.screening.has(name)))
  const { problems, eligible } = survey.check(screening)
  const errors = problems.filter(({ path }) => survey.screening.has(path.replace(/-Comment$/, '')))
  if (errors.length > 0) throw new Problem('invalid', { errors })
  // Who shows a code, or has a host app’s word, is no robot.
  const shownProof = admission.channel === 'open' ? await requireProof(context, survey, proof) : undefined
  if (!eligible) {
    await countScreenedOut(context.db, survey.id)
    await note(context, survey, admission, '4.11')
    throw new Problem('not-eligible')
  }

  const held = await queueOf(context).add({
    survey,
    cell: cellWith(survey.design, screening, admission.stratum),
    channel: admission.channel,
    device,
    now: context.now().toISOString(),
    proof: shownProof,
  })
  if (held === 'proof-required') throw new Problem(held)
  // Until the answers come it is a break-off.
  await note(context, survey, admission, held === 'quota-full' ? '4.8' : '2.12')
  if (held === 'quota-full') throw new Problem('quota-full')
  return shown(context, survey, held)
}

/** What came of an invitation so far. */
async function note({ db }: Context, survey: Published, { invitation }: Admission, disposition: Disposition) {
  if (invitation !== undefined) await noteDisposition(db, survey, invitation, disposition)
}

/** A place as its holder sees it. */
export const shown = (context: Context, { id: survey }: Published, { id, begunAt, expiresAt, quota }: Held): Place => ({
  place: placeToken(context.keyFor('places'), survey, { id, begunAt: Date.parse(begunAt) }),
  expiresAt,
  quota,
})
