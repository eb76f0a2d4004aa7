import { createHmac } from 'node:crypto'

// Crockford's alphabet: no I, L, O or U, so that a receipt can be read aloud and typed in.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const letters = 24

/** The receipt of a response: 120 bits derived from survey and id, in six groups of four. */
export function receiptFor(key: Buffer, survey: string, id: string): string {
  const digest = createHmac('sha256', key).update(`${survey}\n${id}`).digest()
  let bits = 0
  let held = 0
  let receipt = ''
  for (const byte of digest) {
    held = ((held << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 5 && receipt.length < letters) {
      bits -= 5
      receipt += alphabet[(held >> bits) & 31]
    }
  }
  return receipt.replace(/(.{4})(?=.)/g, '$1-')
}

/** A receipt as a person typed it, in the form in which it is kept. */
export function normalReceipt(typed: string): string {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  return plain.replace(/(.{4})(?=.)/g, '$1-')
}
