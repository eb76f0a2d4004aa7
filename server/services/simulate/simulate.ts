import { compileCheck } from '../../../surveys/answers/compile.ts'
import { randomFrom } from '../../../surveys/demo/random.ts'
import { localesOf } from '../../../surveys/locales.ts'
import { derivedId } from '../collect/derivedId.ts'
import { arrivalAt, type Curve } from './arrivals.ts'
import { createMeter, type Figures, type Meter } from './figures.ts'
import { residentsOf } from './residents.ts'

interface Simulation {
  /** The server, e.g. http://127.0.0.1:8080 */
  url: string
  survey: string
  responses: number
  seed: number
  /** Answers a second on average; undefined: as fast as the server takes them. */
  rate: number | undefined
  /** How they come over time, where there is a rate. */
  curve: Curve
}

const connections = 64
/** Every third begins as the page does, with a place. */
const withPlace = 3

/**
 * Made-up residents answer a survey through the server's own door.
 * @throws {NotReached}
 */
export async function simulate(
  { url, survey, responses, seed, rate, curve }: Simulation,
  progress: (done: number, figures: () => Figures) => void,
): Promise<Figures> {
  const address = `${url}/api/surveys/${encodeURIComponent(survey)}`
  const questionnaire = await questionnaireAt(address)

  const resident = residentsOf(questionnaire, compileCheck(questionnaire))
  const locales = localesOf(questionnaire)
  const meter = createMeter()
  const started = performance.now()
  let next = 0
  let done = 0

  async function answer(number: number) {
    const random = randomFrom(seed * 1_000_003 + number)
    const answers = resident(random)
    const place = number % withPlace === 0 ? await begin(`${address}/places`, answers, meter) : undefined
    if (place === 'refused') return
    // The same person of the same seed has the same id: a simulation that is sent twice counts once.
    const id = derivedId(`simulated ${seed} ${number}`)
    const timings = { all: Object.keys(answers).length * (4000 + Math.floor(random() * 6000)) }
    const sent = performance.now()
    const body = { id, answers, locale: locales[number % locales.length], timings, place }
    const { status } = await send(`${address}/responses`, body)
    meter.note(status, performance.now() - sent)
  }

  async function keepAnswering() {
    while (next < responses) {
      const number = next++
      if (rate !== undefined) await until(started + arrivalAt(number / responses, curve) * (responses / rate) * 1000)
      await answer(number)
      progress(++done, meter.figures)
    }
  }
  await Promise.all(Array.from({ length: Math.min(connections, responses) }, keepAnswering))
  return meter.figures()
}

/** Takes a place; whom the survey turns away does not answer. */
async function begin(url: string, answers: object, { places, note }: Meter): Promise<string | 'refused' | undefined> {
  places.asked += 1
  const sent = performance.now()
  const { status, body } = await send(url, { answers })
  if (status === 409) {
    places.refused += 1
    note(status, performance.now() - sent)
    return 'refused'
  }
  if (status !== 201) return undefined
  const { place, quota } = JSON.parse(body)
  if (quota === 'over') places.over += 1
  return place
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

async function send(url: string, body: object): Promise<{ status: number; body: string }> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch((error: unknown) => {
    // fetch tells of a lost connection so; anything else is ours.
    if (error instanceof TypeError) return undefined
    throw error
  })
  return { status: answer?.status ?? 0, body: (await answer?.text()) ?? '' }
}

async function until(moment: number) {
  const wait = moment - performance.now()
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
}
