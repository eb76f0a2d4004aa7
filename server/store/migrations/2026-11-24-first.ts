import type { Kysely } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('round')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('made_up', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()

  await schema
    .createTable('region')
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('scheme', 'text', (column) => column.notNull())
    .addColumn('rank', 'text', (column) => column.notNull())
    .execute()

  await schema
    .createTable('evaluation')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('round_id', 'text', (column) => column.notNull().references('round.id'))
    .addColumn('region_code', 'text', (column) => column.notNull().references('region.code'))
    .addColumn('scheme', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addUniqueConstraint('evaluation_of_region', ['round_id', 'region_code'])
    .execute()

  await schema
    .createTable('questionnaire')
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('published_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('questionnaire_key', ['id', 'version'])
    .execute()

  await schema
    .createTable('survey')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('round_id', 'text', (column) => column.notNull().references('round.id'))
    .addColumn('evaluation_id', 'text', (column) => column.notNull().unique().references('evaluation.id'))
    .addColumn('questionnaire_id', 'text', (column) => column.notNull())
    .addColumn('questionnaire_version', 'integer', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('settings', 'text', (column) => column.notNull())
    .addColumn('design', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('opens_at', 'text')
    .addColumn('closes_at', 'text')
    .addColumn('screened_out', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addForeignKeyConstraint('survey_questionnaire', ['questionnaire_id', 'questionnaire_version'], 'questionnaire', [
      'id',
      'version',
    ])
    .execute()

  await schema
    .createTable('margin')
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('survey_id', 'text', (column) => column.notNull().references('survey.id'))
    .addColumn('margin', 'integer', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('variables', 'text', (column) => column.notNull())
    .addColumn('categories', 'text', (column) => column.notNull())
    .addColumn('count', 'double precision', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('margin_key', ['round_id', 'survey_id', 'margin', 'position'])
    .execute()

  await schema
    .createTable('quota')
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('survey_id', 'text', (column) => column.notNull().references('survey.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('variables', 'text', (column) => column.notNull())
    .addColumn('categories', 'text', (column) => column.notNull())
    .addColumn('policy', 'text', (column) => column.notNull())
    .addColumn('tolerance', 'integer', (column) => column.notNull())
    .addColumn('target', 'integer', (column) => column.notNull())
    .addColumn('taken', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('held', 'integer', (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('quota_key', ['round_id', 'survey_id', 'id'])
    .execute()

  await schema
    .createTable('response')
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('survey_id', 'text', (column) => column.notNull().references('survey.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('answers', 'text')
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('codes', 'text')
    .addColumn('cell', 'text', (column) => column.notNull())
    .addColumn('base_weight', 'double precision', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('locale', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('deciding_quota', 'text')
    .addColumn('receipt', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('response_key', ['round_id', 'survey_id', 'id'])
    .execute()
  await schema.createIndex('response_receipt').on('response').column('receipt').execute()

  await schema
    .createTable('response_mark')
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('survey_id', 'text', (column) => column.notNull())
    .addColumn('response_id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('marked_by', 'text')
    .addColumn('marked_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('response_mark_key', ['round_id', 'survey_id', 'response_id', 'position'])
    .addForeignKeyConstraint('response_mark_of', ['round_id', 'survey_id', 'response_id'], 'response', [
      'round_id',
      'survey_id',
      'id',
    ])
    .execute()

  await schema
    .createTable('input_version')
    .addColumn('evaluation_id', 'text', (column) => column.notNull().references('evaluation.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('put_by', 'text', (column) => column.notNull())
    .addColumn('put_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('input_version_key', ['evaluation_id', 'kind', 'version'])
    .execute()

  await schema
    .createTable('result')
    .addColumn('evaluation_id', 'text', (column) => column.notNull().references('evaluation.id'))
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('frozen_by', 'text', (column) => column.notNull())
    .addColumn('frozen_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('result_key', ['evaluation_id', 'version'])
    .execute()

  await schema
    .createTable('account')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('password_hash', 'text', (column) => column.notNull())
    .addColumn('disabled', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()

  await schema
    .createTable('account_role')
    .addColumn('account', 'text', (column) => column.notNull().references('account.name'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('region', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('account_role_key', ['account', 'role', 'region'])
    .execute()

  await schema
    .createTable('session')
    .addColumn('token_hash', 'text', (column) => column.primaryKey())
    .addColumn('account', 'text', (column) => column.notNull().references('account.name'))
    .addColumn('csrf', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute()

  await schema
    .createTable('audit')
    .addColumn('position', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('account', 'text')
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .addColumn('previous_hash', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute()

  await schema
    .createTable('setting')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute()
}
