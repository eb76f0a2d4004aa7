import type { Store } from './database.ts'
import type { RoundExportFileTable } from './roundExports.ts'

const largest = 768 * 1024

/** Keeps all files of a region, at once or not at all; what is there already stays. */
export async function addExportFiles(
  db: Store,
  of: Pick<RoundExportFileTable, 'export_id' | 'evaluation_id'>,
  files: readonly { name: string; bytes: Buffer }[],
): Promise<void> {
  const rows = files.flatMap(({ name, bytes }) =>
    Array.from({ length: Math.max(1, Math.ceil(bytes.length / largest)) }, (_, piece) => ({
      ...{ ...of, name, piece },
      content: bytes.subarray(piece * largest, (piece + 1) * largest).toString('base64'),
    })),
  )
  await db
    .insertInto('round_export_file')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The files of an export by region, in order. */
export const exportFilesOf = (db: Store, id: string) =>
  db
    .selectFrom('round_export_file')
    .select(['evaluation_id', 'name'])
    .where('export_id', '=', id)
    .where('piece', '=', 0)
    .orderBy('evaluation_id')
    .orderBy('name')
    .execute()

/** A piece of a file; undefined after the last one. */
export async function exportPiece(
  db: Store,
  { export_id, evaluation_id, name, piece }: Omit<RoundExportFileTable, 'content'>,
): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('round_export_file')
    .select('content')
    .where('export_id', '=', export_id)
    .where('evaluation_id', '=', evaluation_id)
    .where('name', '=', name)
    .where('piece', '=', piece)
    .executeTakeFirst()
  return row && Buffer.from(row.content, 'base64')
}

export const removeExportFiles = (db: Store, id: string) =>
  db.deleteFrom('round_export_file').where('export_id', '=', id).execute()
