import type { Kysely } from 'kysely'

/** For which surveys an interviewer asks the questions. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('interviewer')
    .addColumn('survey_id', 'text', (column) => column.notNull().references('survey.id'))
    .addColumn('account', 'text', (column) => column.notNull().references('account.name'))
    .addColumn('since', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('interviewer_key', ['survey_id', 'account'])
    .execute()
}
