import type { InputKind } from '../shapes/evaluation.ts'
import type { InputVersionTable, Store } from './database.ts'

/** The newest version of one kind of data of an evaluation; undefined where nothing was ever put in. */
export const currentInput = (db: Store, evaluation: string, kind: InputKind): Promise<InputVersionTable | undefined> =>
  db
    .selectFrom('input_version')
    .selectAll()
    .where('evaluation_id', '=', evaluation)
    .where('kind', '=', kind)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()

export const findInput = (
  db: Store,
  evaluation: string,
  kind: InputKind,
  version: number,
): Promise<InputVersionTable | undefined> =>
  db
    .selectFrom('input_version')
    .selectAll()
    .where('evaluation_id', '=', evaluation)
    .where('kind', '=', kind)
    .where('version', '=', version)
    .executeTakeFirst()

/** A version is never changed; a correction is a new one. */
export const addInput = (db: Store, input: InputVersionTable) => db.insertInto('input_version').values(input).execute()

/** The versions of one kind of data, the newest first. */
export const inputVersions = (
  db: Store,
  evaluation: string,
  kind: InputKind,
  limit: number,
): Promise<InputVersionTable[]> =>
  db
    .selectFrom('input_version')
    .selectAll()
    .where('evaluation_id', '=', evaluation)
    .where('kind', '=', kind)
    .orderBy('version', 'desc')
    .limit(limit)
    .execute()

/** The newest versions of what was put in, `kind:version` by evaluation. */
export async function inputVersionsOf(db: Store): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('input_version')
    .select(({ fn }) => ['evaluation_id', 'kind', fn.max('version').as('version')])
    .groupBy(['evaluation_id', 'kind'])
    .orderBy('kind')
    .execute()
  const found = new Map<string, string[]>()
  for (const { evaluation_id, kind, version } of rows)
    found.set(evaluation_id, [...(found.get(evaluation_id) ?? []), `${kind}:${version}`])
  return found
}
