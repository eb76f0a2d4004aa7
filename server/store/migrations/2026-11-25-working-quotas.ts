import type { Kysely } from 'kysely'

/** Quotas may change while a survey runs: whoever holds older ones can tell. What was done with a survey is found fast. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('survey')
    .addColumn('quota_revision', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.schema.createIndex('audit_subject').on('audit').columns(['subject', 'position']).execute()
}
