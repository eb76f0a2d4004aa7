import { type Kysely, PostgresAdapter, sql } from 'kysely'

/** What grows with every answer; each row begins with its round. */
const tables = ['response', 'response_mark', 'trace']

/**
 * On PostgreSQL responses, their marks and their traces are partitioned by round, so that a round that is over is out
 * of the way of the next, and can be moved or dropped whole. A new round gets its partitions with its own row, whoever
 * writes it. SQLite has no partitions: its keys begin with the round, too.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return
  const indices = await indicesOf(db)
  const constraints = await constraintsOf(db)
  for (const { owner, name } of constraints.filter(({ kind }) => kind === 'f')) {
    await sql`alter table ${sql.id(owner)} drop constraint ${sql.id(name)}`.execute(db)
  }
  for (const table of tables) await setAside(db, table)
  await partitionWithRounds(db)
  for (const table of tables) await takeBack(db, table)
  // Keys before the foreign keys that refer to them.
  for (const { owner, name, definition } of constraints.toSorted((a, b) => b.kind.localeCompare(a.kind))) {
    await sql`alter table ${sql.id(owner)} add constraint ${sql.id(name)} ${sql.raw(definition)}`.execute(db)
  }
  for (const { definition } of indices) await sql.raw(definition).execute(db)
}

/** Indices that are not those of a constraint, as statements that make them anew. */
async function indicesOf(db: Kysely<unknown>) {
  const { rows } = await sql<{ definition: string }>`
    select pg_get_indexdef(indexrelid) as definition from pg_index
    where indrelid = any(${sql.val(tables)}::regclass[])
      and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))
    order by definition`.execute(db)
  return rows
}

/** Keys of these tables, and foreign keys from and to them. */
async function constraintsOf(db: Kysely<unknown>) {
  const { rows } = await sql<{ owner: string; name: string; kind: 'p' | 'u' | 'f'; definition: string }>`
    select relname as owner, conname as name, contype as kind, pg_get_constraintdef(pg_constraint.oid) as definition
    from pg_constraint join pg_class on pg_class.oid = conrelid
    where contype in ('p', 'u', 'f')
      and (conrelid = any(${sql.val(tables)}::regclass[]) or confrelid = any(${sql.val(tables)}::regclass[]))
    order by owner, name`.execute(db)
  return rows
}

const wholeOf = (table: string) => sql.id(`${table}_whole`)

/** Puts an empty partitioned table, without keys and indices, in the place of one. */
async function setAside(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`alter table ${sql.id(table)} rename to ${wholeOf(table)}`.execute(db)
  await sql`create table ${sql.id(table)} (like ${wholeOf(table)} including defaults)
    partition by list (round_id)`.execute(db)
}

/** A round may be named by any text: a partition is named by its MD5. */
async function partitionWithRounds(db: Kysely<unknown>): Promise<void> {
  await sql`create function add_partitions(round text) returns void language plpgsql as $$
    declare owner text;
    begin
      foreach owner in array array[${sql.join(tables.map((table) => sql.lit(table)))}] loop
        execute format('create table %I partition of %I for values in (%L)', owner || '_' || md5(round), owner, round);
      end loop;
    end $$`.execute(db)
  await sql`create function add_partitions_of_round() returns trigger language plpgsql as $$
    begin
      perform add_partitions(new.id);
      return null;
    end $$`.execute(db)
  await sql`create trigger round_partitions after insert on round
    for each row execute function add_partitions_of_round()`.execute(db)
  await sql`select add_partitions(id) from round`.execute(db)
}

async function takeBack(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`insert into ${sql.id(table)} select * from ${wholeOf(table)}`.execute(db)
  await sql`drop table ${wholeOf(table)}`.execute(db)
}
