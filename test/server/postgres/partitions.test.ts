import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Kysely, type Migration, Migrator, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tables } from '../../../server/store/database.ts'
import { openStore } from '../../../server/store/open.ts'
import { postgresDialect } from '../../../server/store/postgres.ts'
import { addRound } from '../../../server/store/surveys.ts'
import { answer, startTown } from '../core/town.ts'
import { type DatabaseServer, hasPostgres, startDatabaseServer } from './database.ts'

const folder = join(import.meta.dirname, '../../../server/store/migrations')
const partitioning = ['2026-11-26-written-by-round', '2026-11-26-z-tied-indices']

/** All others: a store from before may have had later ones already. */
async function otherMigrations(): Promise<Record<string, Migration>> {
  const names = readdirSync(folder).map((file) => basename(file, '.ts'))
  const others = names.filter((name) => !partitioning.includes(name))
  return Object.fromEntries(
    await Promise.all(others.map(async (name) => [name, await import(join(folder, `${name}.ts`))] as const)),
  )
}

/** A row with what must be there, whatever that is. */
async function addSurvey(db: Kysely<Tables>, id: string, round: string) {
  const { rows } = await sql<{ name: string; type: string }>`
    select column_name as name, data_type as type from information_schema.columns
    where table_name = 'survey' and is_nullable = 'NO' and column_default is null and column_name <> 'id'`.execute(db)
  const columns = sql.join([sql.id('id'), ...rows.map(({ name }) => sql.id(name))])
  const own: Record<string, string> = { round_id: round, evaluation_id: id }
  const values = sql.join([id, ...rows.map(({ name, type }) => own[name] ?? (type === 'text' ? '' : 0))])
  await sql`insert into survey (${columns}) values (${values})`.execute(db)
}

/** What a database has in keys and indices, by the name of each. */
async function builtOf(db: Kysely<Tables>) {
  const { rows } = await sql<{ name: string; what: string }>`
    select conname as name, pg_get_constraintdef(oid) as what from pg_constraint
    where contype in ('p', 'u', 'f') and conparentid = 0 and connamespace = 'public'::regnamespace
    union all
    select indexname, replace(indexdef, ' ON ONLY ', ' ON ') from pg_indexes
    where schemaname = 'public' and tablename !~ '_[0-9a-f]{32}$'
    order by 1, 2`.execute(db)
  return rows
}

/** How responses are found by their id, as foreign keys do, and devices by their hash: by which columns. */
async function plansIn(db: Kysely<Tables>): Promise<(string | undefined)[]> {
  const ofSurvey = sql`round_id = 'spring' and survey_id = 'town'`
  const asked = [
    sql`select from response where ${ofSurvey} and id = 'one' for key share`,
    sql`select device from trace where ${ofSurvey} and device = 'a phone'`,
  ]
  return Promise.all(
    asked.map(async (query) => {
      const { rows } = await sql<Record<string, string>>`explain (costs off) ${query}`.execute(db)
      return rows
        .map((row) => row['QUERY PLAN'])
        .find((line) => line?.includes('Index Cond'))
        ?.trim()
    }),
  )
}

const ofTown = `(round_id = 'spring'::text) AND (survey_id = 'town'::text)`
const quick = [`(id = 'one'::text)`, `(device = 'a phone'::text)`].map((last) => `Index Cond: (${ofTown} AND ${last})`)

describe.skipIf(!hasPostgres)('responses are partitioned by round on PostgreSQL', () => {
  let server: DatabaseServer
  beforeAll(async () => {
    server = await startDatabaseServer()
  }, 120_000)
  afterAll(() => server.end())

  test('a store from before keeps every row, key and index', async () => {
    const address = await server.create()
    const older = new Kysely<Tables>({ dialect: postgresDialect(address, 'migrate') })
    const { error } = await new Migrator({ db: older, provider: { getMigrations: otherMigrations } }).migrateToLatest()
    expect(error).toBeUndefined()
    await sql`set session_replication_role = replica`.execute(older)
    for (const round of ['spring', '秋季 “25”']) {
      await addSurvey(older, round, round)
      await sql`insert into round values (${round}, 'a round', 0, 'now')`.execute(older)
      await sql`insert into response values
        (${round}, ${round}, 'one', '{}', 'hash', null, 'cell', 1, 'open', 'zh-cn', 'counted', null, 'AAAA', 'now')`.execute(
        older,
      )
      await sql`insert into response_mark (round_id, survey_id, response_id, position, kind, reason, marked_at)
        values (${round}, ${round}, 'one', 0, 'excluded', 'asked', 'now')`.execute(older)
    }
    await sql`insert into round values ('without answers', 'a round', 0, 'now')`.execute(older)
    const built = await builtOf(older)
    await older.destroy()

    const db = await openStore(address)
    expect(await builtOf(db)).toEqual(built)
    const { rows } = await sql`
      select round_id, survey_id, id, receipt, reason from response
      join response_mark using (round_id, survey_id) where response_id = id order by receipt, round_id`.execute(db)
    expect(rows).toEqual(
      ['spring', '秋季 “25”'].map((round_id) => ({
        ...{ round_id, survey_id: round_id, id: 'one', receipt: 'AAAA', reason: 'asked' },
      })),
    )
    const apart = await sql<{ tables: number }>`select count(distinct tableoid) as tables from response`.execute(db)
    expect(apart.rows).toEqual([{ tables: 2 }])
    await expect(
      sql`insert into response select 'without answers', 'x', 'x', a.* from (
      select answers, content_hash, codes, cell, base_weight, channel, locale, outcome, deciding_quota, receipt, received_at
      from response limit 1) as a`.execute(db),
    ).rejects.toThrow('response_of_survey')
    await db.destroy()
  })

  test('every key of what belongs to a survey begins with its round and the survey', async () => {
    const db = await openStore(await server.create())
    const { rows } = await sql<{ of: string; columns: string[] }>`
      select conrelid::regclass::text as of, array(
        select attname::text from unnest(conkey) with ordinality as key (number, place)
        join pg_attribute on attrelid = conrelid and attnum = number order by place) as columns
      from pg_constraint where contype in ('p', 'f') and conparentid = 0 and 2 = (
        select count(*) from pg_attribute where attrelid = conrelid and attname in ('round_id', 'survey_id'))`.execute(
      db,
    )
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.filter(({ columns }) => !`${columns}`.startsWith('round_id,survey_id'))).toEqual([])
    await db.destroy()
  })

  test('a new round has its partitions with its row, and answers are in them, found by their keys from the first on', async () => {
    const address = await server.create()
    const town = await startTown({ environment: { DATABASE_URL: address } })
    const db = await openStore(address)
    await addRound(db, { id: 'autumn', name: 'Autumn', made_up: 0, created_at: 'now' })
    expect((await answer(town)).status).toBe(201)
    const { rows } = await sql`
      select 'response_' || md5(round.id) = response.tableoid::regclass::text as there, count(*) as rows
      from response join round on round.id = round_id group by 1`.execute(db)
    expect(rows).toEqual([{ there: true, rows: 1 }])
    await db.transaction().execute(async (transaction) => {
      expect(await plansIn(transaction)).toEqual(quick)
      await sql`analyze response, trace`.execute(transaction)
      // A single page: to read it whole would be cheaper, as long as it stays so.
      expect(await plansIn(transaction)).toEqual(quick)
    })
    const { rows: parts } = await sql`
      select inhparent::regclass::text as of, count(*) as count from pg_inherits
      where inhparent in (select oid from pg_class where relkind = 'p') group by 1 order by 1`.execute(db)
    expect(parts).toEqual(['response', 'response_mark', 'trace'].map((of) => ({ of, count: 2 })))
    await expect(
      sql`insert into response_mark (round_id, survey_id, response_id, position, kind, reason, marked_at)
        values ('autumn', 'town', 'nobody', 0, 'excluded', 'asked', 'now')`.execute(db),
    ).rejects.toThrow('response_mark_of')
    await db.destroy()
    await town.end()
  })
})
