import type { Store } from './database.ts'

/** A job that exports all regions of a round. Its files lie in the data folder. */
export interface RoundExportTable {
  id: string
  round_id: string
  /** JSON: language, files, evaluations. */
  content: string
  state: 'running' | 'done' | 'failed'
  asked_by: string
  asked_at: string
}

/** A piece of a file that an export of a round has made, on PostgreSQL, where servers share no folder. */
export interface RoundExportFileTable {
  export_id: string
  evaluation_id: string
  name: string
  piece: number
  /** Base64. */
  content: string
}

export const addRoundExport = (db: Store, row: RoundExportTable) => db.insertInto('round_export').values(row).execute()

/** Of a round, the newest first. */
export const roundExportsOf = (db: Store, round: string): Promise<RoundExportTable[]> =>
  db
    .selectFrom('round_export')
    .selectAll()
    .where('round_id', '=', round)
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .execute()

/** Those that a server was at work on, or is. */
export const runningExports = (db: Store): Promise<RoundExportTable[]> =>
  db.selectFrom('round_export').selectAll().where('state', '=', 'running').orderBy('asked_at').execute()

export const endRoundExport = (db: Store, id: string, state: 'done' | 'failed') =>
  db.updateTable('round_export').set({ state }).where('id', '=', id).execute()

export const removeRoundExport = (db: Store, id: string) => db.deleteFrom('round_export').where('id', '=', id).execute()
