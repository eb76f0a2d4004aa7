import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Challenge } from '../../shapes/proof.ts'
import type { Meter } from './figures.ts'
import { get, send } from './http.ts'

/**
 * Takes a place, with the work where the survey wants some. Whom the survey turns away does not answer.
 * @param survey the survey's address
 * @param shown a code or link, if there is one
 */
export async function begin(
  survey: string,
  answers: object,
  shown: object,
  { places, note }: Pick<Meter, 'places' | 'note'>,
): Promise<string | 'refused' | undefined> {
  places.asked += 1
  const sent = performance.now()
  const ask = (more: object) => send(`${survey}/places`, { answers, ...shown, ...more })
  let { status, text } = await ask({})
  if (status === 403 && text.includes('proof-required')) ({ status, text } = await ask({ proof: await worked(survey) }))
  // Who has answered before sends the same once more, and is told so.
  if (status === 409 && !text.includes('already-answered')) {
    places.refused += 1
    note(status, performance.now() - sent)
    return 'refused'
  }
  if (status !== 201) return undefined
  const { place, quota } = JSON.parse(text)
  if (quota === 'over') places.over += 1
  return place
}

async function worked(survey: string) {
  const { challenge } = (await get(`${survey}/challenge`)) as unknown as Challenge
  const solution = await solveChallenge({ challenge, deriveKey })
  return { work: Buffer.from(JSON.stringify({ challenge, solution })).toString('base64') }
}
