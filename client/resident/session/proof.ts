import type { Challenge, Proof } from '../../../server/shapes/proof.ts'
import { ask } from '../api.ts'

/** The work that keeps robots out, done by this device; where it cannot do it, a minute’s patience. Undefined without a connection. */
export async function proofFor(survey: string): Promise<Proof | undefined> {
  const got = await ask<Challenge>('GET', `/api/surveys/${encodeURIComponent(survey)}/challenge`)
  if (!('value' in got)) return undefined
  const { challenge, patience } = got.value
  const done = await work(challenge)
  if (done !== undefined) return { work: done }
  // Not until `from`: the device's clock may be wrong.
  await new Promise((resolve) => setTimeout(resolve, patience.seconds * 1000))
  return { waited: patience.ticket }
}

/** Loaded only where a survey asks for it. Browsers offer the arithmetic over https alone. */
async function work(challenge: Challenge['challenge']): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined
  // A page that was opened before the server was renewed asks for scripts that are no longer there.
  const loaded = await Promise.all([import('altcha-lib'), import('altcha-lib/algorithms/web/pbkdf2')]).catch(() => [])
  const [{ solveChallenge } = {}, { deriveKey } = {}] = loaded
  if (!solveChallenge || !deriveKey) return undefined
  const solution = await solveChallenge({ challenge, deriveKey })
  return solution ? btoa(JSON.stringify({ challenge, solution })) : undefined
}
