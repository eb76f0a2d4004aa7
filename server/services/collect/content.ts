import { createHash } from 'node:crypto'

/** A hash of answers as values: the order of keys does not matter. */
export const contentHash = (answers: unknown): string =>
  createHash('sha256').update(canonical(answers)).digest('base64url')

/** JSON with the keys of every object in order. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`
}
