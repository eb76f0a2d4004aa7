import type { Context } from '../../context.ts'
import type { ProblemCode } from '../../http/problem.ts'
import type { Channel } from '../../shapes/channel.ts'
import { findInvitation } from '../../store/invitations.ts'
import { hasAnswered } from '../../store/people.ts'
import { findPlaces } from '../../store/places.ts'
import type { PlaceTicket } from '../places/token.ts'
import type { Published } from '../published.ts'
import { codeHash, normalCode } from './code.ts'
import { isGenuine, personHash, type SignedLink, signingKey } from './signature.ts'

/** How somebody comes, and what the sample knows of them. */
export interface Admission {
  channel: Channel
  baseWeight: number
  /** Category of the design's stratum variable, empty where the frame does not say. */
  stratum: string
  /** Hash of the code that is used up. */
  invitation?: string
  /** Hash of the person who may answer once. */
  person?: string
}

/** What somebody shows at the door. */
export interface Credentials {
  invitation?: string | undefined
  signed?: SignedLink | undefined
  /** Under which they began: a link that was good then is good for the answers. */
  place?: PlaceTicket | undefined
}

/** Whether a survey takes answers by this channel; who began by it before it was closed may go on. */
const takes = async (
  { db }: Pick<Context, 'db'>,
  survey: Published,
  channel: Channel,
  place: PlaceTicket | undefined,
): Promise<boolean> => {
  const { channels } = survey.settings
  if (channels === undefined || channels.includes(channel)) return true
  if (place === undefined) return false
  const begun = (await findPlaces(db, survey, [place.id])).get(place.id)
  return begun?.channel === channel && begun.state !== 'settled'
}

export type Admitted = { admission: Admission; refusal?: never } | { refusal: ProblemCode; admission?: never }

/** Who may answer, and as what; else why not: `invitation-required`, `invitation-used`, `already-answered`. */
export async function admit(context: Context, survey: Published, shown: Credentials): Promise<Admitted> {
  const { invitation, signed, place } = shown
  if (invitation !== undefined && (await takes(context, survey, 'invitation', place)))
    return byInvitation(context, survey, invitation)
  if (signed !== undefined && (await takes(context, survey, 'signed', place)))
    return bySignature(context, survey, signed, place)
  return anonymous(context, survey, 'open', place)
}

/** Somebody of whom nothing is known but the channel. */
export const anonymous = async (
  context: Context,
  survey: Published,
  channel: Channel,
  place: PlaceTicket | undefined,
): Promise<Admitted> =>
  (await takes(context, survey, channel, place))
    ? { admission: { channel, baseWeight: 1, stratum: '' } }
    : { refusal: 'invitation-required' }

async function byInvitation({ db, keyFor }: Context, survey: Published, typed: string): Promise<Admitted> {
  const code = normalCode(typed)
  const hash = code && codeHash(keyFor('invitations'), survey.id, code)
  const invitation = hash === undefined ? undefined : await findInvitation(db, survey, hash)
  if (!invitation) return { refusal: 'invitation-required' }
  if (invitation.used) return { refusal: 'invitation-used' }
  const { base_weight, stratum, code_hash } = invitation
  return { admission: { channel: 'invitation', baseWeight: base_weight, stratum, invitation: code_hash } }
}

async function bySignature(
  { db, keyFor, now }: Context,
  survey: Published,
  link: SignedLink,
  place: PlaceTicket | undefined,
): Promise<Admitted> {
  const at = place?.begunAt ?? now().getTime()
  if (!isGenuine(signingKey(keyFor, survey.id), survey.id, link, at)) return { refusal: 'invitation-required' }
  const person = personHash(keyFor, survey.id, link.p)
  if (await hasAnswered(db, survey, person)) return { refusal: 'already-answered' }
  return { admission: { channel: 'signed', baseWeight: 1, stratum: '', person } }
}
