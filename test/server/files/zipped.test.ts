import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { openPromise } from 'yauzl'
import { type Part, zipped } from '../../../server/files/xlsx/zipped.ts'

/** What a reader that goes by the directory finds: paths, sizes, checksums in it and of the bytes that come out. */
async function found(parts: Part[]) {
  const folder = await mkdtemp(join(tmpdir(), 'tiyan-zip-'))
  try {
    const file = join(folder, 'some.zip')
    await pipeline(Readable.from(zipped(parts)), createWriteStream(file))
    const zip = await openPromise(file, { lazyEntries: true })
    const all = []
    for await (const entry of zip.eachEntry()) {
      let [size, crc] = [0, 0]
      for await (const piece of await zip.openReadStreamPromise(entry)) {
        size += piece.length
        crc = crc32(piece, crc)
      }
      expect([entry.uncompressedSize, entry.crc32]).toEqual([size, crc])
      all.push({ path: entry.fileName, size, crc })
    }
    return all
  } finally {
    await rm(folder, { recursive: true })
  }
}

const megabyte = Buffer.alloc(1_000_000, 'what is written again and again packs well; ')

function* megabytes(count: number) {
  for (let at = 0; at < count; at++) yield megabyte
}

test('a reader finds every file whole, with its checksum', async () => {
  const parts: Part[] = [
    { path: '目录/空.xml', bytes: () => [] },
    { path: 'short.xml', bytes: () => [Buffer.from('<a/>')] },
    { path: 'long.xml', bytes: () => megabytes(3) },
  ]
  expect(await found(parts)).toEqual([
    { path: '目录/空.xml', size: 0, crc: 0 },
    { path: 'short.xml', size: 4, crc: crc32('<a/>') },
    { path: 'long.xml', size: 3_000_000, crc: crc32(Buffer.concat([...megabytes(3)])) },
  ])
})

test('what goes wrong with a file goes wrong with the archive', async () => {
  async function* broken() {
    yield megabyte
    throw new Error('the disk is gone')
  }
  await expect(found([{ path: 'broken.xml', bytes: broken }])).rejects.toThrow('the disk is gone')
})

const isLong = process.env.TIYAN_LONG === '1'

test.skipIf(!isLong)(
  'a file of more than four gibibytes that do not pack, and one behind it',
  { timeout: 900_000 },
  async () => {
    const noise = Buffer.alloc(1_000_000)
    for (let at = 0, state = 1; at < noise.length; at++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      noise[at] = state >>> 24
    }
    function* noises() {
      for (let at = 0; at < 4400; at++) yield noise
    }
    const sizes = (
      await found([
        { path: 'long.xml', bytes: noises },
        { path: 'short.xml', bytes: () => [Buffer.from('<a/>')] },
      ])
    ).map(({ size }) => size)
    expect(sizes).toEqual([4_400_000_000, 4])
  },
)
