import type { Kysely } from 'kysely'

/** Which evaluations show their published result to everybody, and exports of many regions at once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('open_result')
    .addColumn('evaluation_id', 'text', (column) => column.primaryKey().references('evaluation.id'))
    .addColumn('opened_by', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'text', (column) => column.notNull())
    .execute()

  await schema
    .createTable('round_export')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('round_id', 'text', (column) => column.notNull().references('round.id'))
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('asked_by', 'text', (column) => column.notNull())
    .addColumn('asked_at', 'text', (column) => column.notNull())
    .execute()
}
