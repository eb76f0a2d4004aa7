const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const allowed = (sign: string) => sign >= ' ' || sign === '\n' || sign === '\t'

/** Text as it may stand in XML; control characters have no place there. */
export const escaped = (text: string): string =>
  [...text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)].filter(allowed).join('')
