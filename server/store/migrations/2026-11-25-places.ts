import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  const { schema } = db

  await schema
    .createTable('place')
    .addColumn('round_id', 'text', (column) => column.notNull())
    .addColumn('survey_id', 'text', (column) => column.notNull().references('survey.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('cell', 'text', (column) => column.notNull())
    .addColumn('device', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('quota', 'text', (column) => column.notNull())
    .addColumn('deciding_quota', 'text')
    .addColumn('begun_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('place_key', ['round_id', 'survey_id', 'id'])
    .execute()
  await schema.createIndex('place_lapse').on('place').columns(['state', 'expires_at']).execute()
  // Two requests of one device at once cannot both get a place.
  await schema
    .createIndex('place_of_device')
    .unique()
    .on('place')
    .columns(['round_id', 'survey_id', 'device'])
    .where(sql.ref('state'), '=', 'held')
    .where(sql.ref('device'), 'is not', null)
    .execute()

  await schema
    .createIndex('response_waiting')
    .on('response')
    .columns(['round_id', 'survey_id', 'cell', 'received_at'])
    .where(sql.ref('outcome'), '=', 'over-quota')
    .execute()
}
