import type { Model } from 'survey-core'
import type { Place } from '../../../server/shapes/place.ts'
import type { Proof } from '../../../server/shapes/proof.ts'
import { ask } from '../api.ts'
import { type EndingName, refusalEndings } from '../page/endings.ts'
import type { Codes } from './codes.ts'
import { proofFor } from './proof.ts'
import { isOut, type Screening } from './screening.ts'
import { questionsOf, type Step, stepsOf } from './steps.ts'

const screeningIn = (step: Step): Screening[] =>
  (questionsOf(step) as Screening[]).filter(({ screening }) => screening === true)

/** Whether the last of the screening questions is asked here. */
export const endsScreening = (model: Model, step: Step): boolean => {
  const steps = stepsOf(model)
  return (
    screeningIn(step).length > 0 && !steps.slice(steps.indexOf(step) + 1).some((one) => screeningIn(one).length > 0)
  )
}

const ends: Partial<Record<string, EndingName>> = refusalEndings

export type Seat = { place: Place } | { ending: EndingName } | { without: true }

/** Asks for a place with the screening answers alone. Who cannot reach the server goes on without: that is no reason to wait. */
export async function takePlace(survey: string, model: Model, codes: Codes): Promise<Seat> {
  const asked = stepsOf(model).flatMap(screeningIn)
  const answers = Object.fromEntries(asked.map(({ name, value }) => [name, value]))
  const asking = (proof?: Proof) =>
    ask<Place>('POST', `/api/surveys/${encodeURIComponent(survey)}/places`, {
      answers,
      ...codes,
      ...(proof && { proof }),
    })
  const first = await asking()
  const needsProof = 'refusal' in first && first.refusal.code === 'proof-required'
  const got = needsProof ? await asking(await proofFor(survey)) : first
  if ('value' in got) return { place: got.value }
  if ('refusal' in got) {
    const { code } = got.refusal
    const ending = ends[code]
    return ending ? { ending } : { without: true }
  }
  return asked.some(isOut) ? { ending: 'not-eligible' } : { without: true }
}

/** Gives the place to somebody else. Nothing depends on it: it lapses by itself. */
export async function giveUpPlace(survey: string, { place }: Place): Promise<void> {
  await ask('DELETE', `/api/surveys/${encodeURIComponent(survey)}/places/${encodeURIComponent(place)}`)
}

/** Keeps the place for as long as the person goes on. Nothing depends on it: a lapsed place is no error. */
export async function renewPlace(survey: string, { place }: Place): Promise<Place | undefined> {
  const renewed = await ask<Place>(
    'PUT',
    `/api/surveys/${encodeURIComponent(survey)}/places/${encodeURIComponent(place)}`,
  )
  return 'value' in renewed ? renewed.value : undefined
}
