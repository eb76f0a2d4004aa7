import sanitizeHtml from 'sanitize-html'
import { htmlProperties, textsOf } from '../../surveys/publishing/texts.ts'

const rich: sanitizeHtml.IOptions = {
  allowedTags: [
    ...['p', 'br', 'hr', 'div', 'span', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote'],
    ...['b', 'strong', 'i', 'em', 'u', 's', 'small', 'sub', 'sup', 'a', 'img'],
    ...['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  allowedAttributes: {
    a: ['href', 'title', 'rel'],
    img: ['src', 'alt', 'width', 'height'],
    th: ['scope', 'colspan', 'rowspan'],
    td: ['colspan', 'rowspan'],
    '*': ['lang', 'dir'],
  },
  allowedSchemes: ['https', 'http', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['data'] },
  allowProtocolRelative: false,
  transformTags: { a: sanitizeHtml.simpleTransform('a', { rel: 'noopener noreferrer' }) },
}

/**
 * The questionnaire with HTML cut down to what is harmless: structure, emphasis, links and pictures of its own. Scripts,
 * styles, forms and frames go; texts that are shown as plain text lose their tags. Sanitising again changes nothing.
 */
export function sanitised(questionnaire: Record<string, unknown>): Record<string, unknown> {
  const clean = structuredClone(questionnaire)
  for (const { owner, property, value } of textsOf(clean)) {
    const mend = htmlProperties.has(property) ? (text: string) => sanitizeHtml(text, rich) : plain
    owner[property] =
      typeof value === 'string'
        ? mend(value)
        : Object.fromEntries(Object.entries(value).map(([locale, text]) => [locale, mend(text)]))
  }
  return clean
}

const tag = /<[a-z!/?][^>]*>?/i
const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' }

/** Taking tags out may leave another one behind, so again until there is none; “a < b” stays as it is. */
function plain(text: string): string {
  let left = text
  while (tag.test(left)) {
    const stripped = sanitizeHtml(left, { allowedTags: [], allowedAttributes: {} })
    left = stripped.replace(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity)
    if (left.length >= text.length) return left.replaceAll('<', '')
    text = left
  }
  return left
}
