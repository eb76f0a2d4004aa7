import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { inMiB } from './limits.ts'
import { Refused, refuse } from './problem.ts'

/** Parts of an archive in memory, unpacked one at a time and only when asked for. */
export interface Archive {
  has(name: string): boolean
  /** The bytes of a part, piece by piece. */
  read(name: string): AsyncIterable<Uint8Array>
}

const mostParts = 10_000

/**
 * Opens a zip archive. What it unpacks to is held against `unpackedBytes` twice: what the directory claims before
 * anything is unpacked, and the true count of bytes, over all parts, while unpacking.
 *
 * @throws {Refused} damaged, protected by a password, or larger than it may be
 */
export async function openArchive(bytes: Buffer, unpackedBytes: number): Promise<Archive> {
  const tooLarge = (): never => refuse('unpacked-too-large', { limit: inMiB(unpackedBytes), unit: 'MiB' })
  const entries = new Map<string, Entry>()
  const zip = await orBroken(() => fromBufferPromise(bytes, { lazyEntries: true }))
  if (zip.entryCount > mostParts) refuse('broken-workbook', {})
  let claimed = 0
  await orBroken(async () => {
    for await (const entry of zip.eachEntry()) {
      if (entries.has(entry.fileName)) refuse('broken-workbook', {})
      entries.set(entry.fileName, entry)
      claimed += entry.uncompressedSize
    }
  })
  if ([...entries.values()].some((entry) => entry.isEncrypted())) refuse('encrypted', {})
  if (claimed > unpackedBytes) tooLarge()

  let unpacked = 0
  return {
    has: (name) => entries.has(name),
    async *read(name) {
      const entry = entries.get(name)
      if (!entry) return refuse('broken-workbook', {})
      const pieces = piecesOf(zip, entry)
      try {
        for (
          let piece = await orBroken(() => pieces.next());
          !piece.done;
          piece = await orBroken(() => pieces.next())
        ) {
          unpacked += piece.value.length
          if (unpacked > unpackedBytes) tooLarge()
          yield piece.value
        }
      } finally {
        await pieces.return(undefined)
      }
    },
  }
}

async function* piecesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  for await (const piece of await zip.openReadStreamPromise(entry)) yield piece
}

/** Whatever the library finds wrong with the archive (a false size, a bad checksum of the structure) is damage to us. */
async function orBroken<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (error) {
    if (error instanceof Refused) throw error
    return refuse('broken-workbook', {})
  }
}
