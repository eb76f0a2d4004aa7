import { hash } from 'node:crypto'

/** A hash of answers as values: the order of keys does not matter. */
export const contentHash = (answers: unknown): string => hashOfText(canonical(answers))

/** The same of answers that are canonical JSON already. */
export const hashOfText = (canonicalText: string): string => hash('sha256', canonicalText, 'base64url')

/** JSON with the keys of every object in order; members that are undefined are left out, as JSON does. */
export function canonical(value: unknown): string {
  if (typeof value === 'number') return Number.isFinite(value) ? `${value}` : 'null'
  if (typeof value === 'string') return quoted(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  // Added up rather than joined: every answer goes through here, and most of them are small.
  let parts = ''
  if (Array.isArray(value)) {
    for (const member of value) parts += `${parts === '' ? '' : ','}${canonical(member)}`
    return `[${parts}]`
  }
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key]
    if (member !== undefined) parts += `${parts === '' ? '' : ','}${labelOf(key)}${canonical(member)}`
  }
  return `{${parts}}`
}

// Nearly every text is plain, and then much faster to quote.
const plain = /^[\w .:-]*$/

const quoted = (text: string): string => (plain.test(text) ? `"${text}"` : JSON.stringify(text))

const mostLabels = 2000
const labels = new Map<string, string>()

/** The names of a questionnaire come again in every answer; those that somebody makes up do not pile up. */
function labelOf(key: string): string {
  const known = labels.get(key)
  if (known !== undefined) return known
  const label = `${quoted(key)}:`
  if (labels.size >= mostLabels) labels.clear()
  labels.set(key, label)
  return label
}
