import { createHmac, randomBytes } from 'node:crypto'

// Crockford's alphabet: no I, L, O or U, so that a code can be read aloud and typed in.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const letters = 11

/** A new invitation code: 55 random bits and a check character, in three groups of four. */
export const newCode = (): string => codeOf(randomBytes(letters))

/**
 * The code of a drawn number that is called: nobody is ever given it, and only who has the key can tell it.
 * @param reference the office's own number for the person or line
 */
export const codeOfCall = (key: Buffer, survey: string, reference: string): string =>
  codeOf(createHmac('sha256', key).update(`${survey}\n${reference}`).digest())

function codeOf(bytes: Uint8Array): string {
  const values = Array.from(bytes.subarray(0, letters), (byte) => byte & 31)
  return grouped([...values, checkOf(values)])
}

/**
 * A code as a person typed it, in the form in which it was printed; undefined where it cannot be one: every wrong
 * character and every two that changed places are noticed.
 */
export function normalCode(typed: string): string | undefined {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  const values = [...plain].map((letter) => alphabet.indexOf(letter))
  if (values.length !== letters + 1 || values.includes(-1)) return undefined
  return checkOf(values.slice(0, letters)) === values[letters] ? grouped(values) : undefined
}

/** What is kept of a code. */
export const codeHash = (key: Buffer, survey: string, code: string): string =>
  createHmac('sha256', key).update(`${survey}\n${code}`).digest('base64url')

const grouped = (values: number[]): string =>
  values
    .map((value) => alphabet[value])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')

/** Horner's rule in the field of 32 elements: each position has a factor of its own. */
const checkOf = (values: number[]): number => values.reduce((sum, value) => timesAlpha(sum ^ value), 0)

/** x⁵ = x² + 1 */
const timesAlpha = (value: number): number => ((value << 1) ^ (value & 16 ? 0x25 : 0)) & 31
