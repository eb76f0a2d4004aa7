import { compileCheck } from '../../../surveys/answers/compile.ts'
import { localesOf } from '../../../surveys/locales.ts'
import { derivedId } from '../collect/derivedId.ts'
import { randomFrom, residentsOf } from './residents.ts'

interface Simulation {
  /** The server, e.g. http://127.0.0.1:8080 */
  url: string
  survey: string
  responses: number
  seed: number
  /** Answers a second; undefined: as fast as the server takes them. */
  rate: number | undefined
}

interface Simulated {
  seconds: number
  perSecond: number
  /** How often each status came; `0`: no answer. */
  statuses: Record<number, number>
}

const connections = 64

/**
 * Made-up residents answer a survey through the server's own door.
 * @throws {NotReached}
 */
export async function simulate(
  { url, survey, responses, seed, rate }: Simulation,
  progress: (done: number) => void,
): Promise<Simulated> {
  const address = `${url}/api/surveys/${encodeURIComponent(survey)}`
  const questionnaire = await questionnaireAt(address)

  const resident = residentsOf(questionnaire, compileCheck(questionnaire))
  const locales = localesOf(questionnaire)
  const statuses: Record<number, number> = {}
  const started = performance.now()
  let next = 0
  let done = 0

  async function keepAnswering() {
    while (next < responses) {
      const number = next++
      if (rate !== undefined) await until(started + (number / rate) * 1000)
      const random = randomFrom(seed * 1_000_003 + number)
      // The same person of the same seed has the same id: a simulation that is sent twice counts once.
      const id = derivedId(`simulated ${seed} ${number}`)
      const body = { id, answers: resident(random), locale: locales[number % locales.length] }
      const status = await send(`${address}/responses`, body)
      statuses[status] = (statuses[status] ?? 0) + 1
      progress(++done)
    }
  }
  await Promise.all(Array.from({ length: Math.min(connections, responses) }, keepAnswering))
  const seconds = (performance.now() - started) / 1000
  return { seconds, perSecond: responses / seconds, statuses }
}

/** The survey cannot be reached or answered. */
export class NotReached extends Error {}

async function questionnaireAt(address: string): Promise<Record<string, unknown>> {
  const shown = await fetch(address).catch((error: unknown) => {
    if (error instanceof TypeError) throw new NotReached(`${address}: no connection`)
    throw error
  })
  const { questionnaire } = shown.ok ? await shown.json() : {}
  if (!questionnaire) throw new NotReached(`${address}: ${shown.status}, it cannot be answered`)
  return questionnaire
}

async function send(url: string, body: object): Promise<number> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch((error: unknown) => {
    // fetch tells of a lost connection so; anything else is ours.
    if (error instanceof TypeError) return undefined
    throw error
  })
  await answer?.arrayBuffer()
  return answer?.status ?? 0
}

async function until(moment: number) {
  const wait = moment - performance.now()
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
}
