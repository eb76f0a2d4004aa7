import type { ResultTable, Store } from './database.ts'

export const findResult = (db: Store, evaluation: string, version: number): Promise<ResultTable | undefined> =>
  db
    .selectFrom('result')
    .selectAll()
    .where('evaluation_id', '=', evaluation)
    .where('version', '=', version)
    .executeTakeFirst()

/** All frozen results of an evaluation, the newest first. */
export const resultsOf = (db: Store, evaluation: string): Promise<ResultTable[]> =>
  db.selectFrom('result').selectAll().where('evaluation_id', '=', evaluation).orderBy('version', 'desc').execute()

/** The number of the newest frozen result; 0 while there is none. */
export async function newestResultVersion(db: Store, evaluation: string): Promise<number> {
  const row = await db
    .selectFrom('result')
    .select('version')
    .where('evaluation_id', '=', evaluation)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.version ?? 0
}

/** The numbers of the newest frozen results, by evaluation. */
export async function newestVersions(db: Store): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('result')
    .select(({ fn }) => ['evaluation_id', fn.max('version').as('version')])
    .groupBy('evaluation_id')
    .execute()
  return new Map(rows.map(({ evaluation_id, version }) => [evaluation_id, version]))
}

export const addResult = (db: Store, result: ResultTable) => db.insertInto('result').values(result).execute()

export const listResults = (db: Store): Promise<ResultTable[]> =>
  db.selectFrom('result').selectAll().orderBy('evaluation_id').orderBy('version').execute()
