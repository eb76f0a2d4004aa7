import { SaxesParser } from 'saxes'
import { refuse } from '../problem.ts'

export type Attributes = Record<string, string>

/** What to do at each tag; names come without their namespace prefix (`x:row` → `row`). */
export interface Handlers {
  open?(name: string, attributes: Attributes): void
  text?(text: string): void
  close?(name: string): void
}

const mostDepth = 64
const mostAttributes = 256

/**
 * Reads XML piece by piece, so that only the handlers decide what is kept.
 *
 * @throws {Refused} not well-formed, not UTF-8, or with a document type (entities could grow without bounds)
 */
export async function readXml(pieces: AsyncIterable<Uint8Array>, handlers: Handlers): Promise<void> {
  const parser = new SaxesParser()
  parser.on('doctype', () => refuse('broken-workbook', {}))
  parser.on('error', () => refuse('broken-workbook', {}))
  let depth = 0
  let width = 0
  // The parser holds a tag and all tags around it in memory: neither may grow without bounds.
  parser.on('attribute', () => {
    width += 1
    if (width > mostAttributes) refuse('broken-workbook', {})
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    width = 0
    if (depth > mostDepth) refuse('broken-workbook', {})
    handlers.open?.(local(name), localNames(attributes))
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    handlers.close?.(local(name))
  })
  parser.on('text', (text) => handlers.text?.(text))
  parser.on('cdata', (text) => handlers.text?.(text))

  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const piece of pieces) parser.write(decoded(decoder, piece))
  parser.write(decoded(decoder))
  parser.close()
}

function decoded(decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return decoder.decode(piece, { stream: piece !== undefined })
  } catch {
    return refuse('broken-workbook', {})
  }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

function localNames(attributes: Attributes): Attributes {
  for (const name in attributes) {
    if (name.includes(':'))
      return Object.fromEntries(Object.entries(attributes).map(([key, value]) => [local(key), value]))
  }
  return attributes
}
