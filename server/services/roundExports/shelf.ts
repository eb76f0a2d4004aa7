import { createReadStream } from 'node:fs'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { Context } from '../../context.ts'
import { onPostgres } from '../../store/postgres.ts'
import { addExportFiles, exportFilesOf, exportPiece, removeExportFiles } from '../../store/roundExportFiles.ts'
import { isPacked } from './archive.ts'
import { exportFolder, finishedIn } from './folder.ts'

/** Where the files of exports are kept: in the folder of the only server, or in the database that servers share. */
export interface Shelf {
  /** Evaluations whose files are all there. */
  finished: (id: string) => Promise<string[]>
  /** Lays out the folder in which a server makes files, so that it makes only those that are not there yet. */
  begin: (id: string) => Promise<void>
  /** Keeps what this server has made so far. */
  keep: (id: string) => Promise<void>
  /** All files, once they are there. */
  archive: (id: string) => Promise<Readable>
  remove: (id: string) => Promise<void>
}

type Keeping = Pick<Context, 'db' | 'config'>

export const shelfOf = (context: Keeping): Shelf =>
  onPostgres(context.db) ? inDatabase(context) : inFolder(context.config.dataFolder)

const make = (folder: string) => mkdir(folder, { recursive: true, mode: 0o700 })
const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true })

const inFolder = (data: string): Shelf => ({
  finished: (id) => finishedIn(exportFolder(data, id).regions),
  begin: async (id) => void (await make(exportFolder(data, id).regions)),
  keep: async () => undefined,
  archive: async (id) => createReadStream(exportFolder(data, id).archive),
  remove: (id) => removeFolder(exportFolder(data, id).folder),
})

function inDatabase({ db, config: { dataFolder } }: Keeping): Shelf {
  const finished = async (id: string) => [
    ...new Set((await exportFilesOf(db, id)).map(({ evaluation_id }) => evaluation_id)),
  ]
  return {
    finished,
    begin: async (id) => {
      const { folder, regions } = exportFolder(dataFolder, id)
      // What a server left behind may be of before another one took over.
      await removeFolder(folder)
      await make(regions)
      for (const region of await finished(id)) await make(join(regions, encodeURIComponent(region)))
    },
    keep: async (id) => {
      const { regions } = exportFolder(dataFolder, id)
      const kept = new Set(await finished(id))
      for (const region of await finishedIn(regions)) {
        if (kept.has(region)) continue
        const own = join(regions, encodeURIComponent(region))
        const files = []
        for (const name of await readdir(own)) files.push({ name, bytes: await readFile(join(own, name)) })
        await addExportFiles(db, { export_id: id, evaluation_id: region }, files)
      }
    },
    archive: async (id) => {
      const zip = new ZipFile()
      for (const { evaluation_id, name } of await exportFilesOf(db, id)) {
        const pieces = () => Readable.from(piecesOf(db, { export_id: id, evaluation_id, name }))
        zip.addReadStreamLazy(`${evaluation_id}/${name}`, { compress: !isPacked(name) }, (take) => take(null, pieces()))
      }
      zip.end()
      return Readable.from(zip.outputStream)
    },
    remove: async (id) => {
      await removeExportFiles(db, id)
      await removeFolder(exportFolder(dataFolder, id).folder)
    },
  }
}

async function* piecesOf(db: Keeping['db'], file: { export_id: string; evaluation_id: string; name: string }) {
  for (let piece = 0; ; piece++) {
    const bytes = await exportPiece(db, { ...file, piece })
    if (!bytes) return
    yield bytes
  }
}
