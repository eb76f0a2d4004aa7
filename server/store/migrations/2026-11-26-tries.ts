import type { Kysely } from 'kysely'

/** How many tries each has left, the same for every server that shares the store. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('bucket')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('rest', 'double precision', (column) => column.notNull())
    .addColumn('at', 'double precision', (column) => column.notNull())
    .execute()
}
