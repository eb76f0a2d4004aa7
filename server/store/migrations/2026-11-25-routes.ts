import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('invitation_batch')
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('survey_id', 'text', (column) => column.notNull().references('survey.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('made_by', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('invitation_batch_key', ['round_id', 'survey_id', 'id'])
    .execute()

  await schema
    .createTable('invitation')
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('survey_id', 'text', (column) => column.notNull())
    .addColumn('code_hash', 'text', (column) => column.notNull())
    .addColumn('batch', 'text', (column) => column.notNull())
    .addColumn('reference', 'text', (column) => column.notNull())
    .addColumn('stratum', 'text', (column) => column.notNull())
    .addColumn('base_weight', 'double precision', (column) => column.notNull())
    .addColumn('disposition', 'text', (column) => column.notNull())
    .addColumn('used', 'integer', (column) => column.notNull())
    .addColumn('response_id', 'text')
    .addPrimaryKeyConstraint('invitation_key', ['round_id', 'survey_id', 'code_hash'])
    .addForeignKeyConstraint('invitation_of', ['round_id', 'survey_id', 'batch'], 'invitation_batch', [
      'round_id',
      'survey_id',
      'id',
    ])
    .execute()

  await schema
    .createTable('person')
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('survey_id', 'text', (column) => column.notNull().references('survey.id'))
    .addColumn('person_hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('person_key', ['round_id', 'survey_id', 'person_hash'])
    .execute()

  await schema
    .createTable('trace')
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('survey_id', 'text', (column) => column.notNull())
    .addColumn('response_id', 'text', (column) => column.notNull())
    .addColumn('stratum', 'text', (column) => column.notNull())
    .addColumn('device', 'text')
    .addColumn('network', 'text')
    .addColumn('interviewer', 'text')
    .addColumn('timings', 'text')
    .addColumn('flags', 'text', (column) => column.notNull())
    .addColumn('points', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('trace_key', ['round_id', 'survey_id', 'response_id'])
    .addForeignKeyConstraint('trace_of', ['round_id', 'survey_id', 'response_id'], 'response', [
      'round_id',
      'survey_id',
      'id',
    ])
    .execute()
  await schema
    .createIndex('trace_device')
    .on('trace')
    .columns(['round_id', 'survey_id', 'device'])
    .where(sql.ref('device'), 'is not', null)
    .execute()

  await schema
    .alterTable('place')
    .addColumn('channel', 'text', (column) => column.notNull().defaultTo('open'))
    .execute()
}
