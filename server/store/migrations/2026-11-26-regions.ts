import type { Kysely } from 'kysely'

/** What is known of a region beside its code, and which department answers for which part of the standard there. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('region_profile')
    .addColumn('region_code', 'text', (column) => column.primaryKey().references('region.code'))
    .addColumn('province', 'text')
    .addColumn('population', 'integer')
    .execute()
  await db.schema
    .createTable('department')
    .addColumn('region_code', 'text', (column) => column.notNull().references('region.code'))
    .addColumn('element', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('department_key', ['region_code', 'element'])
    .execute()
}
