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
