import { Kysely, Migrator, SqliteDialect } from 'kysely'
import type { Tables } from './database.ts'
import * as first from './migrations/2026-11-24-first.ts'
import * as places from './migrations/2026-11-25-places.ts'
import * as routes from './migrations/2026-11-25-routes.ts'
import * as tallyIndex from './migrations/2026-11-25-tally-index.ts'
import * as unfinished from './migrations/2026-11-25-unfinished.ts'
import * as workflow from './migrations/2026-11-25-workflow.ts'
import * as workingAlerts from './migrations/2026-11-25-working-alerts.ts'
import * as workingComments from './migrations/2026-11-25-working-comments.ts'
import * as workingQuotas from './migrations/2026-11-25-working-quotas.ts'
import * as workingRecords from './migrations/2026-11-25-working-records.ts'
import * as workingRules from './migrations/2026-11-25-working-rules.ts'
import * as workingSetup from './migrations/2026-11-25-working-setup.ts'
import * as workingSummaries from './migrations/2026-11-25-working-summaries.ts'
import * as workingSurveyDecisions from './migrations/2026-11-25-working-survey-decisions.ts'
import * as writers from './migrations/2026-11-25-writers.ts'
import * as devices from './migrations/2026-11-26-devices.ts'
import * as interviewers from './migrations/2026-11-26-interviewers.ts'
import * as manyServers from './migrations/2026-11-26-many-servers.ts'
import * as regions from './migrations/2026-11-26-regions.ts'
import * as rulesOfOlder from './migrations/2026-11-26-rules-of-older.ts'
import * as tries from './migrations/2026-11-26-tries.ts'
import * as wholeAnswers from './migrations/2026-11-26-whole-answers.ts'
import * as writesOfCommands from './migrations/2026-11-26-writes-of-commands.ts'
import * as writtenByRound from './migrations/2026-11-26-written-by-round.ts'
import * as writtenFlags from './migrations/2026-11-26-written-flags.ts'
import * as jobs from './migrations/2026-11-26-z-jobs.ts'
import * as storePlain from './migrations/2026-11-26-z-store-plain.ts'
import * as surveyKeys from './migrations/2026-11-26-z-survey-keys.ts'
import * as tiedIndices from './migrations/2026-11-26-z-tied-indices.ts'
import { patient } from './patience.ts'
import { isPostgresAddress, postgresDialect } from './postgres.ts'
import { requireSessions } from './sessions.ts'
import { openSqlite, openSqliteToRead, storeFile } from './sqlite.ts'
import { keepLog, writeAheadLog } from './writeAheadLog.ts'

/** Forward only, in this order. */
const migrations = {
  '2026-11-24-first': first,
  '2026-11-25-places': places,
  '2026-11-25-routes': routes,
  '2026-11-25-tally-index': tallyIndex,
  '2026-11-25-unfinished': unfinished,
  '2026-11-25-workflow': workflow,
  '2026-11-25-working-alerts': workingAlerts,
  '2026-11-25-working-comments': workingComments,
  '2026-11-25-working-quotas': workingQuotas,
  '2026-11-25-working-records': workingRecords,
  '2026-11-25-working-rules': workingRules,
  '2026-11-25-working-setup': workingSetup,
  '2026-11-25-working-summaries': workingSummaries,
  '2026-11-25-working-survey-decisions': workingSurveyDecisions,
  '2026-11-25-writers': writers,
  '2026-11-26-devices': devices,
  '2026-11-26-interviewers': interviewers,
  '2026-11-26-many-servers': manyServers,
  '2026-11-26-regions': regions,
  '2026-11-26-rules-of-older': rulesOfOlder,
  '2026-11-26-tries': tries,
  '2026-11-26-whole-answers': wholeAnswers,
  '2026-11-26-writes-of-commands': writesOfCommands,
  '2026-11-26-written-by-round': writtenByRound,
  '2026-11-26-written-flags': writtenFlags,
  '2026-11-26-z-jobs': jobs,
  '2026-11-26-z-store-plain': storePlain,
  '2026-11-26-z-survey-keys': surveyKeys,
  '2026-11-26-z-tied-indices': tiedIndices,
}

// Two of one day may have been made apart, and a store may have had the later one first.
const migratorOf = (db: Kysely<Tables>) =>
  new Migrator({ db, provider: { getMigrations: async () => migrations }, allowUnorderedMigrations: true })

/**
 * Opens the store at an address, creating and migrating it as needed.
 * @param address a data folder, for SQLite; or `postgres://…`
 * @throws {Error} where it cannot be opened or a migration fails; then nothing of that migration stays
 */
export async function openStore(address: string): Promise<Kysely<Tables>> {
  if (isPostgresAddress(address)) return openPostgres(address)
  const log = writeAheadLog(storeFile(address))
  const database = openSqlite(address)
  const close = () => {
    database.close()
    log.close()
  }
  const db = new Kysely<Tables>({ dialect: patient(new SqliteDialect({ database: { ...database, close } })) })
  keepLog(db, log)
  await migrate(db).catch(async (error) => {
    await db.destroy()
    throw error
  })
  return db
}

/** Servers that start together wait for the first one's migrations (Kysely's advisory lock), however long they take. */
async function openPostgres(address: string): Promise<Kysely<Tables>> {
  const first = new Kysely<Tables>({ dialect: postgresDialect(address, 'migrate') })
  await requireSessions(first)
    .then(() => migrate(first))
    .finally(() => first.destroy())
  return new Kysely<Tables>({ dialect: postgresDialect(address, 'work') })
}

async function migrate(db: Kysely<Tables>): Promise<void> {
  const { error } = await migratorOf(db).migrateToLatest()
  if (error) throw error
}

/**
 * Opens the store only to read it, beside whoever writes.
 * @throws {Error} where there is none, or one of another version than this program's
 */
export async function openStoreToRead(address: string): Promise<Kysely<Tables>> {
  const dialect = isPostgresAddress(address)
    ? postgresDialect(address, 'read')
    : new SqliteDialect({ database: openSqliteToRead(address) })
  const db = new Kysely<Tables>({ dialect })
  const done = (await migratorOf(db).getMigrations()).every(({ executedAt }) => executedAt !== undefined)
  if (done) return db
  await db.destroy()
  throw new Error('the store is of an older version: start the server once, which brings it up to date')
}
