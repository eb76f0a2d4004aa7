/** HTML that is safe to send: everything put into it was escaped, or was such HTML itself. */
export interface Html {
  html: string
}

type Part = Html | string | number | false | null | undefined | readonly Part[]

/** Writes HTML; what is put in is escaped unless it is HTML already. Lists are joined, false and null are nothing. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html => ({
  html: strings.reduce((whole, text, at) => whole + written(parts[at - 1]) + text),
})

/** HTML from a trusted source, e.g. sanitised on publication. */
export const trusted = (text: string): Html => ({ html: text })

function written(part: Part): string {
  if (part === false || part === null || part === undefined) return ''
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return 'html' in part ? part.html : part.map(written).join('')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
