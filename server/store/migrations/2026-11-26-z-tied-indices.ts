import { type Kysely, PostgresAdapter, sql } from 'kysely'

/**
 * Of indices that look equally good PostgreSQL takes the one that was made last, and while a partition is new all look
 * so whose first columns fit. A foreign key keeps such a plan: each trace was looked for among all responses of its
 * survey. So a partition's key is made after the indices of all rows, and before those of some, which nothing else
 * stands in for. It is attached when it is ready, while others go on writing. Empty ones are made anew; where there are
 * rows their number is known.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return
  await sql`create or replace function add_partitions(round text) returns void language plpgsql as $$
    declare
      owner text;
      part text;
      made record;
    begin
      foreach owner in array array['response', 'response_mark', 'trace'] loop
        part := owner || '_' || md5(round);
        execute format('create table %I (like %I including defaults)', part, owner);
        for made in
          select pg_get_indexdef(indexrelid) as index, indisunique as is_unique, pg_get_constraintdef(key.oid) as key
          from pg_index left join pg_constraint as key on key.conindid = indexrelid and key.contype = 'p'
          where indrelid = owner::regclass
          order by indpred is not null, indisprimary, indexrelid
        loop
          if made.key is not null then
            execute format('alter table %I add %s', part, made.key);
          else
            execute format('create %s index on %I %s', case when made.is_unique then 'unique' end, part,
              substring(made.index from 'USING .*'));
          end if;
        end loop;
        execute format('alter table %I attach partition %I for values in (%L)', owner, part, round);
      end loop;
    end $$`.execute(db)
  await sql`do $$
    declare
      round text;
      owner text;
      filled boolean;
    begin
      for round in select id from round loop
        execute format('select exists (select from %I)', 'response_' || md5(round)) into filled;
        if not filled then
          foreach owner in array array['trace', 'response_mark', 'response'] loop
            execute format('alter table %I detach partition %I', owner, owner || '_' || md5(round));
            execute format('drop table %I', owner || '_' || md5(round));
          end loop;
          perform add_partitions(round);
        end if;
      end loop;
    end $$`.execute(db)
}
