/** Statements that every connection to PostgreSQL keeps prepared, each with its name there. */
const names = new Map<string, string>()

/** Lets a statement be prepared by each connection that runs it; gives it as it is. */
export function prepared(name: string, statement: string): string {
  names.set(statement, name)
  return statement
}

/** The name of a statement that is to be prepared; undefined for all others. */
export const preparedName = (statement: string): string | undefined => names.get(statement)

const header = 20
const oneDimension = 1
const someAreNull = 1
const text = 25

/**
 * Text as an array in PostgreSQL's binary format: neither side has to quote and read it letter by letter.
 * https://www.postgresql.org/docs/current/protocol-message-formats.html and `array_recv` in its source.
 */
export function textArray(values: readonly (string | null)[]): Buffer {
  const size = values.reduce((sum, value) => sum + 4 + Buffer.byteLength(value ?? ''), header)
  const bytes = Buffer.allocUnsafe(size)
  for (const [at, word] of [oneDimension, someAreNull, text, values.length, 1].entries())
    bytes.writeInt32BE(word, 4 * at)
  let at = header
  for (const value of values) {
    const length = value === null ? -1 : bytes.write(value, at + 4)
    bytes.writeInt32BE(length, at)
    at += 4 + Math.max(0, length)
  }
  return bytes
}
