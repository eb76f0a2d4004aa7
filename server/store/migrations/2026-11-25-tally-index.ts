import type { Kysely } from 'kysely'

/**
 * All that a scan reads (store/tally.ts), so that it never touches the answers. In the order of arrival, so that a new
 * response is written at the end of it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('response_tally')
    .on('response')
    .columns(['round_id', 'survey_id', 'received_at', 'outcome', 'channel', 'cell', 'base_weight', 'locale', 'codes'])
    .execute()
}
