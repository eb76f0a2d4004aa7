import { randomUUID } from 'node:crypto'
import type { SurveyPlan } from '../../../server/services/publish.ts'
import { quotasOf } from '../../../server/store/fieldwork.ts'
import { answersOf, plan, post, read, startTown, type Town } from '../core/town.ts'

type Quota = SurveyPlan['quotas'][number]

export const women = (target: number, policy: Quota['policy'] = 'close', tolerance = 0): Quota => ({
  id: 'women',
  variables: ['sex'],
  categories: ['female'],
  target,
  policy,
  tolerance,
})

export const everybody = (target: number): Quota => ({
  id: 'all',
  variables: [],
  categories: [],
  target,
  policy: 'close',
})

interface Wishes {
  quotas: Quota[]
  settings?: Partial<SurveyPlan['settings']>
  survey?: Partial<SurveyPlan>
  morePages?: object[]
  now?: () => Date
  environment?: Record<string, string>
}

export const townWith = ({ quotas, settings, survey, morePages, now, environment }: Wishes): Promise<Town> =>
  startTown({
    survey: { ...survey, quotas, settings: { ...plan.settings, ...settings } },
    ...(morePages && { morePages }),
    ...(now && { now }),
    ...(environment && { environment }),
  })

type Url = Pick<Town, 'url'>

/** Somebody begins: answers the screening questions, and gets a place or not. */
export async function begin({ url }: Url, screening: Record<string, unknown> = {}, cookie?: string) {
  const sent = await post(
    `${url}/api/surveys/town/places`,
    { answers: { S1: 'yes', S4: 'female', ...screening } },
    cookie === undefined ? {} : { cookie },
  )
  const { place = '', quota, expiresAt } = JSON.parse(sent.text || '{}')
  const device = sent.headers.get('set-cookie')?.split(';')[0]
  return { status: sent.status, code: sent.code, place: String(place), quota, expiresAt, device }
}

/** Somebody sends the answers that were begun under a place. */
export const finish = (
  { url }: Url,
  place: string | undefined,
  others: Record<string, unknown> = {},
  id: string = randomUUID(),
) => post(`${url}/api/surveys/town/responses`, { id, answers: answersOf(others), place })

export const renew = async ({ url }: Url, place: string) =>
  read(await fetch(`${url}/api/surveys/town/places/${place}`, { method: 'PUT' }))

export const leave = async ({ url }: Url, place: string) =>
  (await fetch(`${url}/api/surveys/town/places/${place}`, { method: 'DELETE' })).status

export async function seats({ context }: Pick<Town, 'context'>) {
  const rows = await quotasOf(context.db, { round: 'spring', id: 'town' })
  return Object.fromEntries(rows.map(({ id, taken, held }) => [id, [taken, held]]))
}

export async function stateOf({ url }: Url, receipt: string): Promise<string> {
  const { state } = await (await fetch(`${url}/api/receipts/${receipt}`)).json()
  return state
}
