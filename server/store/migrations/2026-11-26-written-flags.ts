import { type Kysely, sql } from 'kysely'

/** Flags in the order of responses: an export of many reads those of the few that have any, and no trace beside. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index trace_flags on trace (round_id, survey_id, response_id, flags, relative)
    where flags <> '' or relative <> ''`.execute(db)
}
