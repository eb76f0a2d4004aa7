import { buffer } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { ZipFile } from 'yazl'
import { filesOf } from '../../../server/files/package/read.ts'
import { zipOf } from '../../../server/files/package/write.ts'

async function archive(...entries: { name: string; mode?: number }[]): Promise<Buffer> {
  const zip = new ZipFile()
  for (const { name, mode = 0o100644 } of entries) zip.addBuffer(Buffer.from('content'), name, { mode })
  const bytes = buffer(zip.outputStream)
  zip.end()
  return bytes
}

/** The name changed where it stands, as no honest program writes it. */
function renamed(bytes: Buffer, from: string, to: string): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1')
}

/** Where the directory at the end begins: its first entry. */
const directoryOf = (bytes: Buffer) => bytes.indexOf('PK\x01\x02', 0, 'latin1')

test('files come out as they went in; the same files make the same archive', async () => {
  const files = new Map([
    ['a.txt', Buffer.from('a')],
    ['b/c.txt', Buffer.from('结果')],
  ])
  const bytes = await zipOf(files)
  expect(await filesOf(bytes)).toEqual(files)
  expect(await zipOf(files)).toEqual(bytes)
})

describe('is not read:', () => {
  test('a path that leads outside', async () => {
    const bytes = await archive({ name: 'aa/bb.txt' })
    for (const name of ['../bb.txt', '/a/bb.txt', 'C:/bb.txt', 'aa\\bb.txt']) {
      await expect(filesOf(renamed(bytes, 'aa/bb.txt', name.padEnd(9, 'x')))).rejects.toThrow('no package')
    }
  })

  test('a link', async () => {
    await expect(filesOf(await archive({ name: 'link', mode: 0o120777 }))).rejects.toThrow('link is a link')
  })

  test('the same name twice', async () => {
    await expect(filesOf(await archive({ name: 'a' }, { name: 'a' }))).rejects.toThrow('a is there twice')
  })

  test('what is encrypted', async () => {
    const bytes = await archive({ name: 'a' })
    bytes.writeUInt16LE(bytes.readUInt16LE(directoryOf(bytes) + 8) | 1, directoryOf(bytes) + 8)
    await expect(filesOf(bytes)).rejects.toThrow('a is encrypted')
  })

  test('what is not as its checksum says', async () => {
    const bytes = await archive({ name: 'a' })
    bytes.writeUInt32LE(1, directoryOf(bytes) + 16)
    await expect(filesOf(bytes)).rejects.toThrow('a is not what its checksum says')
  })

  test('what says another size than it has', async () => {
    for (const size of [1, 2 ** 31]) {
      const bytes = await archive({ name: 'a' })
      bytes.writeUInt32LE(size, directoryOf(bytes) + 24)
      await expect(filesOf(bytes)).rejects.toThrow('no package')
    }
  })

  test('an archive with anything behind its end, or cut off', async () => {
    const bytes = await archive({ name: 'a' })
    await expect(filesOf(Buffer.concat([bytes, Buffer.from('more')]))).rejects.toThrow('no package')
    await expect(filesOf(bytes.subarray(0, -10))).rejects.toThrow('no package')
  })

  test('more files than a package has', async () => {
    const many = Array.from({ length: 101 }, (_, at) => ({ name: `f${at}` }))
    await expect(filesOf(await archive(...many))).rejects.toThrow('more than 100 files')
  })

  test('what unpacks to more than a package may hold', async () => {
    const bytes = await zipOf(new Map([['zeros', Buffer.alloc(2 * 1024 * 1024)]]))
    expect(bytes.length).toBeLessThan(10_000)
    await expect(filesOf(bytes, 1024 * 1024)).rejects.toThrow('it unpacks to too much')
  })
})
