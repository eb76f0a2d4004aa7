import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from '../../../scoring/text.ts'
import type { RoundExportFile } from '../../shapes/roundExport.ts'

/** What a job is about, as it is kept. */
export interface ExportOrder {
  id: string
  lang: Language
  files: RoundExportFile[]
  evaluations: string[]
}

/** Where the files of a job lie: a folder for each finished region, and the archive once all are there. */
export const exportFolder = (dataFolder: string, id: string) => {
  const folder = join(dataFolder, 'exports', id)
  return { folder, regions: join(folder, 'regions'), archive: join(folder, 'all.zip') }
}

/** Evaluations that are finished: their folders bear their final names. */
export async function finishedIn(regions: string): Promise<string[]> {
  try {
    return (await readdir(regions)).filter((name) => !name.startsWith('.')).map(decodeURIComponent)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
