import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** Files of a package by name, `/` between folders. */
export type PackageFiles = ReadonlyMap<string, Buffer>

/** One moment for all of them: the same files always make the same archive. */
const moment = new Date(Date.UTC(2022, 9, 12))

export function zipOf(files: PackageFiles): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, bytes] of files) zip.addBuffer(bytes, name, { mtime: moment, mode: 0o100644 })
  const whole = buffer(zip.outputStream)
  zip.end()
  return whole
}
