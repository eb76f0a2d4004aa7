import { createHmac } from 'node:crypto'
import type { Context } from '../context.ts'
import { fillBucket, forgetBuckets, takeFromBucket } from '../store/buckets.ts'

const quarterHour = 900
const few = { burst: 10, perSecond: 10 / quarterHour }
const many = { burst: 100, perSecond: 100 / quarterHour }

/** Neither names nor addresses are kept. */
const keyOf = ({ keyFor }: Context, ...whose: string[]) =>
  createHmac('sha256', keyFor('tries')).update(JSON.stringify(whose)).digest('base64url')

/**
 * Counts a try to sign in, whichever server it comes to; gives 0, or the seconds to wait. Ten tries a quarter of an hour
 * for a name from one address, so that nobody else's tries lock a person out at once; a hundred for a name from anywhere,
 * and for an address whatever the names.
 */
export async function takeTry(context: Context, username: string, address: string): Promise<number> {
  const { db } = context
  const now = context.now().getTime()
  await forgetBuckets(db, now - quarterHour * 1000)
  return Math.max(
    await takeFromBucket(db, keyOf(context, 'pair', username, address), few, now),
    await takeFromBucket(db, keyOf(context, 'name', username), many, now),
    await takeFromBucket(db, keyOf(context, 'address', address), many, now),
  )
}

/** The password was right. */
export const forgetTries = (context: Context, username: string, address: string) =>
  fillBucket(context.db, keyOf(context, 'pair', username, address))
