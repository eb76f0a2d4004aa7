import type { Sheet } from './cell.ts'
import { decodeText } from './encoding.ts'
import { inMiB, type TableLimits, uploadLimits } from './limits.ts'
import { type FileNote, type FileProblem, Refused, refuse } from './problem.ts'
import { readCsv } from './readCsv.ts'
import { readWorkbook } from './xlsx/read.ts'

export interface Table {
  /** One for a CSV, the visible ones for a workbook; empty where the file could not be read. */
  sheets: Sheet[]
  /** At most one: what keeps the file from being read. */
  problems: FileProblem[]
  notes: FileNote[]
}

/**
 * Reads a table from a file of unknown origin. Its kind is told by its content, never by its name:
 * XLSX, or CSV in UTF-8 (with or without BOM), UTF-16 with BOM or GB18030; comma, semicolon or tab.
 */
export async function readTable(bytes: Uint8Array, limits: TableLimits = uploadLimits): Promise<Table> {
  try {
    if (bytes.length > limits.packedBytes) refuse('too-large', { limit: inMiB(limits.packedBytes), unit: 'MiB' })
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    return { problems: [], ...(await read(buffer, limits)) }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { sheets: [], problems: [error.problem], notes: [] }
  }
}

async function read(bytes: Buffer, limits: TableLimits): Promise<{ sheets: Sheet[]; notes: FileNote[] }> {
  if (bytes.length === 0) refuse('empty', {})
  if (startsWith(bytes, 'PK\x03\x04')) return readWorkbook(bytes, limits)
  // The container of .xls; an XLSX under a password is put into the same one.
  if (startsWith(bytes, '\xd0\xcf\x11\xe0')) {
    refuse(bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old-excel', {})
  }
  return { sheets: [readCsv(decodeText(bytes), limits)], notes: [] }
}

const startsWith = (bytes: Buffer, magic: string): boolean =>
  bytes.subarray(0, magic.length).equals(Buffer.from(magic, 'latin1'))
