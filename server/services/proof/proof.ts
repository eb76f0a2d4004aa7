import { randomInt } from 'node:crypto'
import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { Challenge, Proof } from '../../shapes/proof.ts'
import { type UsedProofTable, wasProofUsed } from '../../store/proofs.ts'
import { newPlaceId, placeToken, readPlaceToken } from '../places/token.ts'
import type { Published } from '../published.ts'

const minute = 60_000
const patience = minute
const longest = 20 * minute
/** About a third of a second on a desk, a few seconds on an old phone. */
const cost = 1000
const counters = { from: 200, upTo: 400 }

const secretOf = ({ keyFor }: Context, survey: string) => keyFor(`proofs ${survey}`).toString('hex')

/** Work for somebody's device, and a ticket for who cannot do it: good after a minute, for a while. */
export async function newChallenge(context: Context, survey: Published): Promise<Challenge> {
  const now = context.now().getTime()
  const challenge = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost,
    counter: randomInt(counters.from, counters.upTo),
    deriveKey,
    expiresAt: new Date(now + longest),
    hmacSignatureSecret: secretOf(context, survey.id),
  })
  return {
    challenge,
    patience: {
      ticket: newTicket(context, survey.id),
      from: new Date(now + patience).toISOString(),
      seconds: patience / 1000,
    },
  }
}

const newTicket = ({ keyFor, now }: Context, survey: string): string =>
  placeToken(keyFor('patience'), survey, { id: newPlaceId(), begunAt: now().getTime() })

/**
 * The ticket of somebody who waits, and the seconds until it opens the door: the one they have as long as it can still
 * be shown, else a new one. Undefined where the survey asks for no work.
 */
export async function patienceOf(
  context: Context,
  { id, settings }: Pick<Published, 'id' | 'settings'>,
  before: string | undefined,
): Promise<{ ticket: string; waitSeconds: number } | undefined> {
  if (!settings.proofOfWork) return undefined
  const now = context.now().getTime()
  const held = before === undefined ? undefined : readPlaceToken(context.keyFor('patience'), id, before)
  // One of the future is from before the clock was set back.
  const isOf = held !== undefined && held.begunAt <= now && now - held.begunAt <= longest
  const fits = isOf && !(await wasProofUsed(context.db, held.id))
  if (!fits || before === undefined) return { ticket: newTicket(context, id), waitSeconds: patience / 1000 }
  return { ticket: before, waitSeconds: Math.max(0, (held.begunAt + patience - now) / 1000) }
}

/**
 * Makes sure that who begins has done the work, or waited. Gives what was shown, which is to be noted as used with the
 * place that it opens; undefined where the survey asks for none.
 * @throws {Problem} `proof-required`
 */
export async function requireProof(
  context: Context,
  survey: Published,
  proof: Proof | undefined,
): Promise<UsedProofTable | undefined> {
  if (!survey.settings.proofOfWork) return undefined
  const shown =
    proof && ('work' in proof ? await worked(context, survey, proof.work) : waited(context, survey, proof.waited))
  if (shown === undefined) throw new Problem('proof-required')
  return { proof: shown, until: new Date(context.now().getTime() + longest).toISOString() }
}

const Work = z.object({
  challenge: z.object({
    parameters: z
      .object({
        algorithm: z.string(),
        nonce: z.string(),
        salt: z.string(),
        cost: z.literal(cost),
        keyLength: z.number(),
        keyPrefix: z.string(),
        expiresAt: z.number(),
      })
      .loose(),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string(), time: z.number().default(0) }),
})

/** The signature of a challenge whose work was done. */
async function worked(context: Context, survey: Published, payload: string): Promise<string | undefined> {
  const parsed = Work.safeParse(jsonOf(payload))
  if (!parsed.success) return undefined
  const { challenge, solution } = parsed.data
  if (challenge.parameters.expiresAt * 1000 < context.now().getTime()) return undefined
  const { verified } = await verifySolution({
    challenge,
    solution,
    deriveKey,
    hmacSignatureSecret: secretOf(context, survey.id),
  })
  return verified ? challenge.signature : undefined
}

function jsonOf(payload: string): unknown {
  try {
    return JSON.parse(Buffer.from(payload, 'base64').toString('utf8'))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return undefined
  }
}

function waited({ keyFor, now }: Context, survey: Published, token: string): string | undefined {
  const ticket = readPlaceToken(keyFor('patience'), survey.id, token)
  const age = ticket && now().getTime() - ticket.begunAt
  return age !== undefined && age >= patience && age <= longest ? ticket?.id : undefined
}
