import { type Kysely, PostgresAdapter, sql } from 'kysely'

/**
 * On PostgreSQL a batch of plain answers is stored by a function, whose plans every connection keeps: reading a long
 * statement anew for each batch would take longer than storing it. All of a batch is stored, or nothing. Plans are made
 * while tables are small, and must do when they are large: by indices.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return
  await sql`create function store_plain(
      together bigint, of_round text, of_survey text, revision integer, lent_to text, quotas text[], seats integer[],
      ids text[], texts text[], hashes text[], packed text[], cells text[], weights double precision[], channels text[],
      locales text[], receipts text[], moments text[], traces json, note text, note_content text, noted_at text)
    returns text language plpgsql set enable_seqscan = off as $$
    declare
      stored integer;
    begin
      perform pg_advisory_xact_lock_shared(together);
      if revision <> (select quota_revision from survey where id = of_survey) or exists (
        select from unnest(quotas, seats) as wanted(quota, seats)
        join quota on quota.round_id = of_round and quota.survey_id = of_survey and quota.id = wanted.quota
        left join seat_block as block on block.round_id = quota.round_id and block.survey_id = quota.survey_id
          and block.quota_id = quota.id and block.server = lent_to
        where quota.policy <> 'count' and coalesce(block.free, 0) < wanted.seats
      ) then
        return 'short';
      end if;
      insert into response (round_id, survey_id, outcome, id, answers, content_hash, codes, cell, base_weight, channel,
          locale, receipt, received_at)
        select of_round, of_survey, 'counted', *
        from unnest(ids, texts, hashes, packed, cells, weights, channels, locales, receipts, moments)
        on conflict do nothing;
      get diagnostics stored = row_count;
      if stored < cardinality(ids) then
        raise exception using errcode = 'TIYAN';
      end if;
      if traces is not null then
        insert into trace select * from json_populate_recordset(null::trace, traces);
      end if;
      insert into seat_block (round_id, survey_id, quota_id, server, free, taken)
        select of_round, of_survey, quota.id, lent_to,
          case quota.policy when 'count' then 0 else -wanted.seats end, wanted.seats
        from unnest(quotas, seats) as wanted(quota, seats)
        join quota on quota.round_id = of_round and quota.survey_id = of_survey and quota.id = wanted.quota
        on conflict (round_id, survey_id, quota_id, server)
        do update set free = seat_block.free + excluded.free, taken = seat_block.taken + excluded.taken;
      insert into commit_note (id, xid, content, at)
        values (note, pg_current_xact_id()::text::bigint, note_content, noted_at);
      return 'stored';
    exception when sqlstate 'TIYAN' then
      return 'there';
    end $$`.execute(db)
}
