import type { Kysely } from 'kysely'

/** Rules that watch a survey, what they found, and how it was sent on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('alert_settings')
    .addColumn('survey_id', 'text', (column) => column.primaryKey().references('survey.id'))
    .addColumn('content', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createTable('alert')
    .addColumn('survey_id', 'text', (column) => column.notNull().references('survey.id'))
    .addColumn('id', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('raised_at', 'text', (column) => column.notNull())
    .addColumn('cleared_at', 'text')
    .addColumn('acknowledged_by', 'text')
    .addPrimaryKeyConstraint('alert_key', ['survey_id', 'id'])
    .execute()
  await schema
    .createTable('alert_delivery')
    .addColumn('survey_id', 'text', (column) => column.notNull())
    .addColumn('alert_id', 'integer', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('attempt', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('failure', 'text')
    .addPrimaryKeyConstraint('alert_delivery_key', ['survey_id', 'alert_id', 'target', 'attempt'])
    .execute()
}
