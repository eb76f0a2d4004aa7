import type { Kysely } from 'kysely'

/** What is kept about how a survey was made and run, and what its retention date took away. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('survey_record')
    .addColumn('survey_id', 'text', (column) => column.primaryKey().references('survey.id'))
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('stripped_at', 'text')
    .execute()
  await schema
    .createTable('cut_receipt')
    .addColumn('receipt_hash', 'text', (column) => column.primaryKey())
    .execute()
}
