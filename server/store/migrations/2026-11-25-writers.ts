import type { Kysely } from 'kysely'

/** What the processes that share one PostgreSQL tell each other: who changed responses last. SQLite knows by itself. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('writer')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('position', 'bigint', (column) => column.notNull())
    .execute()
}
