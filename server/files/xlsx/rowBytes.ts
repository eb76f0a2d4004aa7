import { columnLetters } from '../address.ts'

/** A cell after its address, see `cellBytes`. */
export type CellBytes = Uint8Array

/** So much is handed on at once. */
const pieceSize = 256 * 1024
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const rowOpening = encode('<row r="')
const rowOpened = encode('">')
const rowEnd = encode('</row>')

/** Rows of a sheet as bytes: many short cells are copied several times as fast as strings are put together. */
export interface RowBytes {
  /** Adds a row; gives what was written so far once it is worth handing on. */
  add: (number: number, cells: readonly CellBytes[]) => Buffer | undefined
  /** What is left. */
  rest: () => Buffer
}

export function rowBytes(): RowBytes {
  const openings: Uint8Array[] = []
  let buffer = Buffer.allocUnsafe(2 * pieceSize)
  let end = 0

  const taken = () => {
    const piece = buffer.subarray(0, end)
    buffer = Buffer.allocUnsafe(2 * pieceSize)
    end = 0
    return piece
  }
  return {
    add: (number, cells) => {
      const digits = digitsOf(number)
      let length = rowOpening.length + digits.length + rowOpened.length + rowEnd.length
      for (let column = 0; column < cells.length; column++) {
        openings[column] ??= encode(`<c r="${columnLetters(column)}`)
        length += (openings[column] as Uint8Array).length + digits.length + (cells[column] as CellBytes).length
      }
      if (end + length > buffer.length) buffer = Buffer.concat([buffer.subarray(0, end)], 2 * (end + length))
      let at = put(buffer, end, rowOpening)
      at = put(buffer, at, digits)
      at = put(buffer, at, rowOpened)
      for (let column = 0; column < cells.length; column++) {
        at = put(buffer, at, openings[column] as Uint8Array)
        at = put(buffer, at, digits)
        at = put(buffer, at, cells[column] as CellBytes)
      }
      end = put(buffer, at, rowEnd)
      return end < pieceSize ? undefined : taken()
    },
    rest: taken,
  }
}

/** Copies bytes and gives where the next go; most are few: a loop is faster than a call. */
function put(target: Uint8Array, from: number, bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; at++) target[from + at] = bytes[at] as number
  return from + bytes.length
}

/** A whole number in digits. */
function digitsOf(number: number): Uint8Array {
  const digits = new Uint8Array(number === 0 ? 1 : Math.floor(Math.log10(number) + 1e-9) + 1)
  let rest = number
  for (let at = digits.length - 1; at >= 0; at--) {
    digits[at] = 48 + (rest % 10)
    rest = Math.floor(rest / 10)
  }
  return digits
}
