import { createHmac, type KeyObject } from 'node:crypto'

// Crockford's alphabet: no I, L, O or U, so that a receipt can be read aloud and typed in.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const letters = 24

/** The receipt of a response: 120 bits derived from survey and id, in six groups of four. */
export function receiptFor(key: Buffer | KeyObject, survey: string, id: string): string {
  const digest = createHmac('sha256', key).update(`${survey}\n${id}`).digest()
  let receipt = ''
  for (let letter = 0; letter < letters; letter++) {
    const bit = 5 * letter
    const two = digest.readUInt16BE(bit >> 3)
    receipt += (letter > 0 && letter % 4 === 0 ? '-' : '') + alphabet[(two >> (11 - (bit & 7))) & 31]
  }
  return receipt
}

/** A receipt as a person typed it, in the form in which it is kept. */
export function normalReceipt(typed: string): string {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  return plain.replace(/(.{4})(?=.)/g, '$1-')
}
