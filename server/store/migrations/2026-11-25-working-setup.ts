import type { Kysely } from 'kysely'

/** What is being set up is kept on the server, each account's own, so that nothing is lost on the way. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('setup_draft')
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('saved_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('setup_draft_key', ['account', 'id'])
    .execute()
}
