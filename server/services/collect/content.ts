import { hash } from 'node:crypto'

/** A hash of answers as they were written. */
export const hashOfText = (text: string): string => hash('sha256', text, 'base64url')

/** Whether stored answers are those that were sent, as values: the order of keys does not matter. */
export const isSameContent = (stored: { answers: string | null }, sent: { answers: string }): boolean =>
  stored.answers === sent.answers ||
  (stored.answers !== null && canonical(JSON.parse(stored.answers)) === canonical(JSON.parse(sent.answers)))

/** JSON with the keys of every object in order; members that are undefined are left out, as JSON does. */
export const canonical = (value: unknown): string => JSON.stringify(value, inOrder) ?? 'null'

const inOrder = (_: string, value: unknown): unknown =>
  typeof value !== 'object' || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
