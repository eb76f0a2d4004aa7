import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import type { Text } from '../../../scoring/text.ts'
import type { PackageFiles } from './write.ts'

/** Why a package is not even opened. */
export class NoPackage extends Error {
  readonly text: Text

  constructor(text: Text) {
    super(text.en)
    this.text = text
  }
}

const mostFiles = 100
const mostBytes = 1024 ** 3

/**
 * @throws {NoPackage} no archive, a name that leads outside or stands twice, a link, encrypted, damaged, or larger than it
 * may be
 */
export async function filesOf(bytes: Buffer, mostUnpacked = mostBytes): Promise<PackageFiles> {
  try {
    // The library refuses absolute names and `..` by itself.
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, strictFileNames: true })
    return await unpacked(zip, mostUnpacked)
  } catch (error) {
    if (error instanceof NoPackage) throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new NoPackage({ zh: `不是可以读取的结果包：${reason}`, en: `This is no package that can be read: ${reason}` })
  }
}

async function unpacked(zip: ZipFile, mostUnpacked: number): Promise<PackageFiles> {
  if (zip.entryCount > mostFiles) refuse(`文件多于 ${mostFiles} 个`, `more than ${mostFiles} files`)
  const files = new Map<string, Buffer>()
  let size = 0
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName
    if (isLink(entry)) refuse(`${name} 是链接`, `${name} is a link`)
    if (entry.isEncrypted()) refuse(`${name} 已加密`, `${name} is encrypted`)
    if (files.has(name)) refuse(`${name} 出现两次`, `${name} is there twice`)
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      size += chunk.length
      if (size > mostUnpacked) refuse('解压后过大', 'it unpacks to too much')
      chunks.push(chunk)
    }
    const content = Buffer.concat(chunks)
    // The library does not compare it.
    if (crc32(content) !== entry.crc32)
      refuse(`${name} 与压缩包记录的校验和不符`, `${name} is not what its checksum says`)
    files.set(name, content)
  }
  return files
}

/** Of the Unix mode in the upper half. */
const isLink = ({ externalFileAttributes }: Entry): boolean => ((externalFileAttributes >>> 16) & 0o170000) === 0o120000

function refuse(zh: string, en: string): never {
  throw new NoPackage({ zh: `不读取这个包：${zh}`, en: `The package is not read: ${en}` })
}
