import { sql } from 'kysely'
import type { Store } from './database.ts'

/** A token bucket that all servers share. */
export interface BucketTable {
  /** Keyed hash of whom it belongs to. */
  key: string
  /** What was left of it at a moment, in milliseconds since 1970. */
  rest: number
  at: number
}

interface Measure {
  burst: number
  perSecond: number
}

/** What is in a bucket by now; a clock that was set back takes nothing away. */
const level = ({ burst, perSecond }: Measure, now: number) => {
  const passed = sql<number>`case when bucket.at < ${now} then ${now} - bucket.at else 0 end`
  const filled = sql<number>`bucket.rest + (${passed}) / 1000.0 * ${perSecond}`
  return sql<number>`case when ${filled} > ${burst} then ${burst} else ${filled} end`
}

/** Takes one from a bucket, in one conditional statement: 0, or the seconds until there is one again. */
export async function takeFromBucket(db: Store, key: string, measure: Measure, now: number): Promise<number> {
  const left = level(measure, now)
  const taken = await db
    .insertInto('bucket')
    .values({ key, rest: measure.burst - 1, at: now })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({ rest: sql<number>`${left} - 1`, at: now })
        .where(left, '>=', 1),
    )
    .returning('key')
    .executeTakeFirst()
  if (taken) return 0
  const found = await db.selectFrom('bucket').select(left.as('left')).where('key', '=', key).executeTakeFirst()
  return found ? Math.max(0, 1 - found.left) / measure.perSecond : 0
}

/** Fills a bucket. */
export const fillBucket = (db: Store, key: string) => db.deleteFrom('bucket').where('key', '=', key).execute()

/** Forgets those that nobody has touched for so long that they are full. */
export const forgetBuckets = (db: Store, before: number) => db.deleteFrom('bucket').where('at', '<', before).execute()
