import { type Kysely, PostgresAdapter, sql } from 'kysely'

/** What refers to a survey and knows its round. */
const ofSurvey = [
  'margin',
  'quota',
  'response',
  'place',
  'invitation_batch',
  'person',
  'draft',
  'progress',
  'comment_note',
  'quality_rules',
  'quality_scan',
  'opening',
]

/**
 * On PostgreSQL who refers to a survey names its round, too, so that every key of what belongs to a survey begins with
 * both and all of it may lie on one machine of several. SQLite would have to write the tables anew for that.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('survey_of_round').unique().on('survey').columns(['round_id', 'id']).execute()
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return
  for (const table of ofSurvey) {
    await sql`alter table ${sql.id(table)} drop constraint ${sql.id(`${table}_survey_id_fkey`)}`.execute(db)
    await sql`alter table ${sql.id(table)} add constraint ${sql.id(`${table}_of_survey`)}
      foreign key (round_id, survey_id) references survey (round_id, id)`.execute(db)
  }
}
