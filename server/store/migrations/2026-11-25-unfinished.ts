import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('draft')
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('survey_id', 'text', (column) => column.notNull().references('survey.id'))
    .addColumn('code_hash', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('kept_until', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('draft_key', ['round_id', 'survey_id', 'code_hash'])
    .execute()
  await schema.createIndex('draft_end').on('draft').column('kept_until').execute()

  await schema
    .createTable('progress')
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('survey_id', 'text', (column) => column.notNull().references('survey.id'))
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('page', 'integer', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('progress_key', ['round_id', 'survey_id', 'day', 'event', 'page'])
    .execute()
}
