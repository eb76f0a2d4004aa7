import { compileCheck } from '../../../surveys/answers/compile.ts'
import { randomFrom } from '../../../surveys/demo/random.ts'
import { localesOf } from '../../../surveys/locales.ts'
import type { Channel } from '../../shapes/channel.ts'
import { derivedId } from '../collect/derivedId.ts'
import { arrivalAt, type Curve } from './arrivals.ts'
import { openDoors } from './doors.ts'
import { createMeter, type Figures } from './figures.ts'
import { get, NotReached, type SignIn } from './http.ts'
import { begin } from './places.ts'
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
  /** By which they come, one after another. */
  channels: readonly Channel[]
  /** Whoever runs the fieldwork; needed for all channels but the open link. */
  signIn: SignIn | undefined
}

const connections = 64
/** Of those who answer by themselves every third begins as the page does, with a place. */
const withPlace = 3

/**
 * Made-up residents answer a survey through the server's own doors.
 * @throws {NotReached}
 */
export async function simulate(
  { url, survey, responses, seed, rate, curve, channels, signIn }: Simulation,
  progress: (done: number, figures: () => Figures) => void,
): Promise<Figures> {
  const address = `${url}/api/surveys/${encodeURIComponent(survey)}`
  const questionnaire = await questionnaireAt(address)
  const people = Math.ceil(responses / channels.length)
  const doors = await openDoors({ server: url, survey, seed, people, signIn }, channels)

  const resident = residentsOf(questionnaire, compileCheck(questionnaire))
  const locales = localesOf(questionnaire)
  const meter = createMeter()
  const started = performance.now()
  let next = 0
  let done = 0

  async function answer(number: number) {
    const channel = channels[number % channels.length]
    const door = channel && doors.get(channel)
    if (!door) return
    const random = randomFrom(seed * 1_000_003 + number)
    const answers = resident(random)
    const of = Math.floor(number / channels.length)
    const shown = door.shows?.(of) ?? {}
    const place = door.shows && of % withPlace === 0 ? await begin(address, answers, shown, meter) : undefined
    if (place === 'refused') return
    // The same person of the same seed has the same id: a simulation that is sent twice counts once.
    const id = derivedId(`simulated ${seed} ${number}`)
    const timings = { all: Object.keys(answers).length * (4000 + Math.floor(random() * 6000)) }
    const sheet = { id, answers, locale: locales[number % locales.length], timings }
    const sent = performance.now()
    let status = await door.hand(sheet, { ...shown, place })
    if (status === 403 && door.shows && place === undefined) {
      const taken = await begin(address, answers, shown, meter)
      if (taken === 'refused') return
      status = await door.hand(sheet, { ...shown, place: taken })
    }
    meter.note(status, performance.now() - sent, channel)
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

async function questionnaireAt(address: string): Promise<Record<string, unknown>> {
  const { questionnaire } = await get(address)
  if (typeof questionnaire !== 'object' || !questionnaire) throw new NotReached(`${address}: it cannot be answered`)
  return questionnaire as Record<string, unknown>
}

async function until(moment: number) {
  const wait = moment - performance.now()
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
}
