import { type Kysely, sql } from 'kysely'

/** Background work that servers share, each done by one of them; and, on PostgreSQL, the files that it makes for all. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('job')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('due_at', 'double precision', (column) => column.notNull())
    .addColumn('holder', 'text')
    .addColumn('beat', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await schema
    .createTable('round_export_file')
    .addColumn('export_id', 'text', (column) => column.notNull())
    .addColumn('evaluation_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('piece', 'integer', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('round_export_file_key', ['export_id', 'evaluation_id', 'name', 'piece'])
    .execute()
  await sql`insert into job (id, kind, content, due_at)
    select id, 'round-export', content, 0 from round_export where state = 'running'`.execute(db)
}
