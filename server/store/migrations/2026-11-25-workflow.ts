import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('evaluation_step')
    .addColumn('evaluation_id', 'text', (column) => column.notNull().references('evaluation.id'))
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('from_state', 'text', (column) => column.notNull())
    .addColumn('to_state', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull())
    .addColumn('remark', 'text', (column) => column.notNull())
    .addColumn('result_version', 'integer')
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('evaluation_step_key', ['evaluation_id', 'position'])
    .execute()

  await schema
    .createTable('result_file')
    .addColumn('evaluation_id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('result_file_key', ['evaluation_id', 'version', 'name'])
    .addForeignKeyConstraint('result_file_of', ['evaluation_id', 'version'], 'result', ['evaluation_id', 'version'])
    .execute()
}
