import { pipeline } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'
import { beginningOf, directoryEnd, directoryRecord, type Packed, sizesOf } from './zipRecords.ts'

/** A file of an archive: asked for its bytes when its turn comes. */
export interface Part {
  path: string
  bytes: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

type Pieces = AsyncGenerator<Uint8Array, void, undefined>

// Speed before size: what is written again and again packs well at any level. Large pieces: each costs a turn; and some
// ahead, so that there is something to pack while the next ones are made.
const how = {
  level: 1,
  chunkSize: 512 * 1024,
  writableHighWaterMark: 2 * 1024 * 1024,
  readableHighWaterMark: 1024 * 1024,
}

/**
 * A zip archive of any length, a piece at a time, in constant memory. The library that packs everything else here reckons
 * checksums in JavaScript and packs in small pieces, which takes longer than everything else an export does.
 */
export async function* zipped(parts: readonly Part[]): Pieces {
  const directory: Packed[] = []
  let end = 0
  const counted = <Bytes extends Uint8Array>(bytes: Bytes): Bytes => {
    end += bytes.length
    return bytes
  }
  for (const { path, bytes } of parts) {
    const part = { path, at: end, crc: 0, size: 0, packed: 0 }
    yield counted(beginningOf(part))
    for await (const piece of deflated(bytes(), part)) yield counted(piece)
    yield counted(sizesOf(part))
    directory.push(part)
  }
  const at = end
  for (const part of directory) yield counted(directoryRecord(part))
  yield directoryEnd(directory.length, at, end)
}

/** Packs bytes beside this thread, and notes their checksum and sizes. */
async function* deflated(bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, part: Packed): Pieces {
  async function* noted() {
    for await (const piece of bytes) {
      part.crc = crc32(piece, part.crc)
      part.size += piece.length
      yield piece
    }
  }
  // What goes wrong is thrown by the last stream.
  for await (const piece of pipeline(noted, createDeflateRaw(how), () => {})) {
    part.packed += piece.length
    yield piece
  }
}
