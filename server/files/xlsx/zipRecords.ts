/** A file of an archive once it is packed; sizes and places in bytes. */
export interface Packed {
  path: string
  /** Where it begins. */
  at: number
  crc: number
  size: number
  packed: number
}

// Numbers of a format (APPNOTE.TXT of PKWARE, 4.3): two bytes, four or eight, the lowest first.
const two = (...values: number[]) => bytesOf(values, 2, (bytes, value, at) => bytes.writeUInt16LE(value, at))
const four = (...values: number[]) => bytesOf(values, 4, (bytes, value, at) => bytes.writeUInt32LE(value, at))
const eight = (...values: number[]) =>
  bytesOf(values, 8, (bytes, value, at) => bytes.writeBigUInt64LE(BigInt(value), at))

function bytesOf(values: number[], width: number, write: (bytes: Buffer, value: number, at: number) => void): Buffer {
  const bytes = Buffer.alloc(values.length * width)
  for (const [at, value] of values.entries()) write(bytes, value, at * width)
  return bytes
}

const mostInFour = 0xffffffff
const isLong = ({ at, size, packed }: Packed): boolean => Math.max(at, size, packed) >= mostInFour
const short = (value: number): number => Math.min(value, mostInFour)

const version = 45
/** Sizes follow the file; names are UTF-8. */
const flags = 0x0808
const deflate = 8
/** The beginning of 2022, when the standard came: what is written at any time is the same. */
const [time, day] = [0, (42 << 9) | (1 << 5) | 1]

const common = (path: Buffer, extra: number, crc: number, packed: number, size: number): Buffer =>
  Buffer.concat([two(version, flags, deflate, time, day), four(crc, packed, size), two(path.length, extra)])

/** What stands before a file, whose sizes nobody knows yet. */
export function beginningOf({ path }: Packed): Buffer {
  const name = Buffer.from(path)
  return Buffer.concat([four(0x04034b50), common(name, 0, 0, 0, 0), name])
}

/** What stands after it. */
export const sizesOf = (part: Packed): Buffer =>
  Buffer.concat([four(0x08074b50, part.crc), (isLong(part) ? eight : four)(part.packed, part.size)])

/** Its line in the directory. */
export function directoryRecord(part: Packed): Buffer {
  const name = Buffer.from(part.path)
  const { crc, at, size, packed } = part
  const long = isLong(part) ? Buffer.concat([two(1, 24), eight(size, packed, at)]) : Buffer.alloc(0)
  const [shortPacked, shortSize, shortAt] = isLong(part) ? [mostInFour, mostInFour, mostInFour] : [packed, size, at]
  return Buffer.concat([
    ...[four(0x02014b50), two(version), common(name, long.length, crc, shortPacked, shortSize)],
    ...[two(0, 0, 0), four(0, shortAt), name, long],
  ])
}

/** The end of an archive whose directory stands between two places. */
export function directoryEnd(parts: number, from: number, to: number): Buffer {
  const long = Buffer.concat([
    ...[four(0x06064b50), eight(44), two(version, version), four(0, 0), eight(parts, parts, to - from, from)],
    ...[four(0x07064b50, 0), eight(to), four(1)],
  ])
  return Buffer.concat([
    ...(to >= mostInFour ? [long] : []),
    ...[four(0x06054b50), two(0, 0, parts, parts), four(short(to - from), short(from)), two(0)],
  ])
}
