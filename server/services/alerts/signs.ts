import type { Context } from '../../context.ts'
import { busiestNetwork, channelsAround, commonestVector } from '../../store/alerts.ts'
import type { Store } from '../../store/database.ts'
import type { Published } from '../published.ts'
import { aside } from '../sensitivity/aside.ts'

/** What is looked up among the last days' responses for the alarms. */
export interface Signs {
  network: Awaited<ReturnType<typeof busiestNetwork>>
  channels: Awaited<ReturnType<typeof channelsAround>>
  /** How often the commonest whole vector of ratings came. */
  identical: number
}

export interface SignsOrder {
  survey: Pick<Published, 'id' | 'round'>
  /** ISO moments, a day and eight days ago. */
  yesterday: string
  earlier: string
  /** Vectors with fewer ratings may well be alike by chance. */
  ratings: number
}

export async function findSigns(db: Store, { survey, yesterday, earlier, ratings }: SignsOrder): Promise<Signs> {
  return {
    network: await busiestNetwork(db, survey, yesterday),
    channels: await channelsAround(db, survey, earlier, yesterday),
    identical: await commonestVector(db, survey, yesterday, ratings),
  }
}

/** A thread of its own is worth its start from here on. */
const fewestForThread = 20_000
const fewestRatings = 8
const day = 86_400_000

/** Those of one survey, looked up in a thread of its own where it has many responses: an intake goes on meanwhile. */
export function signsOf({ db, config, now }: Context, survey: Published, responses: number): Promise<Signs> {
  const ago = (days: number) => new Date(now().getTime() - days * day).toISOString()
  const { id, round, key } = survey
  const ratings = Math.min(fewestRatings, key.items.length)
  const order: SignsOrder = { survey: { id, round }, yesterday: ago(1), earlier: ago(8), ratings }
  if (responses < fewestForThread) return findSigns(db, order)
  return aside<Signs>('signs', { store: config.store, order })
}
