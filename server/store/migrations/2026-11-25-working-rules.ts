import { type Kysely, sql } from 'kysely'

/** Rules are frozen beside the survey, a scan keeps what it found, proofs are remembered beyond a restart. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('quality_rules')
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('survey_id', 'text', (column) => column.notNull().references('survey.id'))
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('frozen_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('quality_rules_key', ['round_id', 'survey_id'])
    .execute()

  await schema
    .createTable('quality_scan')
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('survey_id', 'text', (column) => column.notNull().references('survey.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('final', 'integer', (column) => column.notNull())
    .addColumn('responses', 'integer', (column) => column.notNull())
    .addColumn('flags', 'text', (column) => column.notNull())
    .addColumn('excluded', 'integer', (column) => column.notNull())
    .addColumn('restored', 'integer', (column) => column.notNull())
    .addColumn('rules_hash', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('quality_scan_key', ['round_id', 'survey_id', 'id'])
    .execute()

  await schema.alterTable('trace').addColumn('pace', 'double precision').execute()
  await schema
    .alterTable('trace')
    .addColumn('relative', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  await sql`create index trace_flagged on trace (round_id, survey_id, flags, relative, response_id) where points > 0`.execute(
    db,
  )

  await schema
    .createTable('used_proof')
    .addColumn('proof', 'text', (column) => column.primaryKey())
    .addColumn('until', 'text', (column) => column.notNull())
    .execute()
  await schema.createIndex('used_proof_end').on('used_proof').column('until').execute()
}
