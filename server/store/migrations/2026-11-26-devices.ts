import type { Kysely } from 'kysely'

/** On what kind of device the residents' page was opened, as counts by day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('opening')
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('survey_id', 'text', (column) => column.notNull().references('survey.id'))
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('device', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('opening_key', ['round_id', 'survey_id', 'day', 'device'])
    .execute()
}
