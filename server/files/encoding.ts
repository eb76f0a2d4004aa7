import iconv from 'iconv-lite'
import { refuse } from './problem.ts'

/**
 * The text of a CSV, its encoding told by its content: a byte order mark (UTF-8, or UTF-16 as spreadsheets save
 * "Unicode text"), else UTF-8 if every byte agrees with it, else GB18030, which contains GBK and GB2312.
 *
 * @throws {Refused} neither of them, or no text at all
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  const text = decoded(bytes, encoding) ?? iconv.decode(Buffer.from(bytes), 'gb18030')
  return text.includes('\ufffd') || text.includes('\0') ? refuse('not-a-table', {}) : text
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
