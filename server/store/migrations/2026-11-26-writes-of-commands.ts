import type { Kysely } from 'kysely'

/** By which a server on SQLite notices what commands beside it wrote. */
export async function up({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('writes_of_commands')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('writes', 'bigint', (column) => column.notNull())
    .execute()
}
