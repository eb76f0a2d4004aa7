import { createWriteStream } from 'node:fs'
import { readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** Whether a file is packed already: it does not become smaller. */
export const isPacked = (file: string): boolean => /\.(xlsx|docx|zip)$/.test(file)

/** Packs the folders of all regions into one archive, a file at a time, so that memory does not grow with the round. */
export async function archiveRegions(regions: string, archive: string): Promise<void> {
  const zip = new ZipFile()
  for (const region of (await readdir(regions)).sort()) {
    if (region.startsWith('.')) continue
    for (const file of (await readdir(join(regions, region))).sort()) {
      const compress = !isPacked(file)
      zip.addFile(join(regions, region, file), `${decodeURIComponent(region)}/${file}`, { compress })
    }
  }
  zip.end()
  const unfinished = `${archive}.part`
  await pipeline(zip.outputStream, createWriteStream(unfinished))
  await rename(unfinished, archive)
}
