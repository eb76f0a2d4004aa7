import { CompiledQuery, sql } from 'kysely'
import pg from 'pg'
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

/** Milliseconds by which servers' clocks may differ; one that is further behind was set back. */
const apart = 60_000

/** The moment that is noted: of two servers the one whose clock is ahead fills, so that none fills twice. */
const noted = (now: number) =>
  sql<number>`case when bucket.at > ${now} and bucket.at < ${now + apart} then bucket.at else ${now} end`

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
        .doUpdateSet({ rest: sql<number>`${left} - 1`, at: noted(now) })
        .where(left, '>=', 1),
    )
    .returning('key')
    .executeTakeFirst()
  if (taken) return 0
  const found = await db.selectFrom('bucket').select(left.as('left')).where('key', '=', key).executeTakeFirst()
  return found ? Math.max(0, 1 - found.left) / measure.perSecond : 0
}

/** What came of those that asked for one from the same bucket together. */
export interface Granted {
  key: string
  /** How many of them got one. */
  granted: number
  /** What is in it after that. */
  left: number
}

/**
 * Takes from several buckets of one measure on PostgreSQL, each as many as are wanted or as there are; one round trip.
 * The buckets are locked in order, for no longer than that: it waits for no disk.
 */
export async function takeFromBuckets(
  db: Store,
  wanted: ReadonlyMap<string, number>,
  { burst, perSecond }: Measure,
  now: number,
): Promise<Granted[]> {
  const list = pg.escapeLiteral(JSON.stringify([...wanted].map(([key, count]) => ({ key, count }))))
  const asked = `(select * from jsonb_to_recordset(${list}::jsonb) as asked(key text, count double precision))`
  const { rows } = await db.executeQuery<Granted>(
    CompiledQuery.raw(
      `set local synchronous_commit = off;
      insert into bucket (key, rest, at) select key, ${burst}, ${now} from ${asked} as asked order by key
        on conflict do nothing;
      with level as (select bucket.key, asked.count,
          least(${burst}, bucket.rest + greatest(0, ${now} - bucket.at) / 1000.0 * ${perSecond}) as rest,
          case when bucket.at > ${now} and bucket.at < ${now + apart} then bucket.at else ${now} end as at
        from bucket join ${asked} as asked using (key) order by bucket.key for update of bucket)
      update bucket set rest = level.rest - least(level.count, floor(level.rest)), at = level.at
      from level where bucket.key = level.key
      returning bucket.key, least(level.count, floor(level.rest)) as granted, bucket.rest as left`,
    ) as CompiledQuery<Granted>,
  )
  return rows
}

/** Fills a bucket. */
export const fillBucket = (db: Store, key: string) => db.deleteFrom('bucket').where('key', '=', key).execute()

/** Forgets those that nobody has touched for so long that they are full. */
export const forgetBuckets = (db: Store, before: number) => db.deleteFrom('bucket').where('at', '<', before).execute()
