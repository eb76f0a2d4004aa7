import { hash } from 'node:crypto'

// Crockford's alphabet: no I, L, O or U, so that a receipt can be read aloud and typed in.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const letters = 24

/** SHA-256 takes its text in blocks of so many bytes, and so HMAC its key. */
const block = 64

/** Gives the receipt of a response of a survey: 120 bits derived from both with the key, in six groups of four. */
export type Receipts = (survey: string, id: string) => string

/**
 * Receipts made with a key of at most 64 bytes: HMAC-SHA-256 (RFC 2104), spelt out, since every answer needs one and a
 * hash object costs several times as much as the two hashes.
 */
export function receiptsWith(key: Buffer): Receipts {
  const padded = Buffer.alloc(block)
  key.copy(padded)
  const inner = padded.map((byte) => byte ^ 0x36)
  const outer = Buffer.concat([padded.map((byte) => byte ^ 0x5c), Buffer.alloc(32)])
  return (survey, id) => {
    const within = hash('sha256', Buffer.concat([inner, Buffer.from(`${survey}\n${id}`)]), 'buffer')
    within.copy(outer, block)
    return spelled(hash('sha256', outer, 'buffer'))
  }
}

function spelled(digest: Buffer): string {
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
