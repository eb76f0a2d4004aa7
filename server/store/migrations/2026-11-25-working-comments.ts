import type { Kysely } from 'kysely'

/** What was decided about texts that people wrote: tags, and whether they may be quoted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('comment_note')
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('survey_id', 'text', (column) => column.notNull().references('survey.id'))
    .addColumn('response_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('tags', 'text', (column) => column.notNull())
    .addColumn('decision', 'text', (column) => column.notNull())
    .addColumn('noted_by', 'text', (column) => column.notNull())
    .addColumn('noted_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('comment_note_key', ['round_id', 'survey_id', 'response_id', 'name'])
    .execute()
}
