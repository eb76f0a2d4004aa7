import pg from 'pg'
import { poolOf, residents } from './million.ts'

const atOnce = 50_000

/** What one of these rows has and no other: its hash is its id. */
const ours = 'content_hash = id'

/**
 * Writes responses of made-up residents straight into a store on PostgreSQL, as its intake would have; those that are
 * there already it leaves. Indices are made anew afterwards, which takes a fraction of the time.
 */
export async function fillPostgres(address: string, responses: number): Promise<{ written: number; bytes: number }> {
  const client = new pg.Client({ connectionString: address, options: '-c synchronous_commit=off' })
  await client.connect()
  const { rows: known } = await client.query(`select count(*)::integer as there from response where ${ours}`)
  const there: number = known[0].there
  if (there < responses) {
    const indices = await withoutIndices(client)
    await client.query('create temp table pool (at integer, answers text, codes text, cell text, locale text)')
    await client.query(
      'insert into pool select * from json_to_recordset($1) as pool(at integer, answers text, codes text, cell text, locale text)',
      [JSON.stringify(poolOf(residents).map((one, at) => ({ at, ...one })))],
    )
    await client.query('analyze pool')
    // Without a look at the survey for each row.
    await client.query('set session_replication_role = replica')
    for (let from = there; from < responses; from += atOnce)
      await write(client, from, Math.min(responses, from + atOnce))
    for (const definition of indices) await client.query(definition)
  }
  await client.query('vacuum (analyze)')
  const { rows: sizes } = await client.query(
    "select sum(pg_total_relation_size(relid))::float as bytes from pg_partition_tree('response')",
  )
  await client.end()
  return { written: Math.max(0, responses - there), bytes: sizes[0].bytes }
}

/** Drops those that no key needs; gives the statements that make them anew. */
async function withoutIndices(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = 'response'::regclass and not indisunique`,
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition.replace(' ON ONLY ', ' ON '))
}

const write = (client: pg.Client, from: number, to: number) =>
  client.query(
    `insert into response (round_id, survey_id, id, answers, content_hash, codes, cell, base_weight, channel, locale,
       outcome, receipt, received_at)
     select 'demo', 'demo', id, answers, id, codes, cell, 1, 'open', locale, 'counted', id,
       to_char(timestamp '2026-01-01' + number * interval '0.2 seconds', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
     from generate_series($1::integer, $2::integer - 1) as number
     join pool on at = number % ${residents}
     cross join lateral (select md5('large ' || number)::uuid::text as id) as named`,
    [from, to],
  )
