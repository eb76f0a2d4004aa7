import type { Kysely } from 'kysely'

/**
 * What servers that share one PostgreSQL need so that their commits need not follow each other: seats lent to each in
 * blocks, and notes of what each commit changed. On SQLite both stay empty.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .alterTable('quota')
    .addColumn('lent', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await schema
    .createTable('seat_block')
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('survey_id', 'text', (column) => column.notNull())
    .addColumn('quota_id', 'text', (column) => column.notNull())
    .addColumn('server', 'text', (column) => column.notNull())
    .addColumn('free', 'integer', (column) => column.notNull())
    .addColumn('taken', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('seat_block_key', ['round_id', 'survey_id', 'quota_id', 'server'])
    .execute()
  await schema
    .createTable('commit_note')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('xid', 'bigint', (column) => column.notNull())
    .addColumn('content', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .execute()
  await schema.createIndex('commit_note_order').on('commit_note').column('xid').execute()
  await schema.createIndex('commit_note_age').on('commit_note').column('at').execute()
  await schema.dropTable('writer').execute()
}
