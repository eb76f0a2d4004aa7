import { refuse } from '../problem.ts'
import { readXml } from './xml.ts'

/** The texts that cells refer to by number. Formatting within a text and phonetic guides are left out. */
export async function readStrings(pieces: AsyncIterable<Uint8Array>, most: number): Promise<string[]> {
  const strings: string[] = []
  const text = textCollector()
  await readXml(pieces, {
    open(name) {
      if (name === 'si') text.start()
      else text.open(name)
    },
    text: text.text,
    close(name) {
      text.close(name)
      if (name !== 'si') return
      if (strings.length >= most) refuse('too-many-cells', { limit: most })
      strings.push(text.take())
    },
  })
  return strings
}

/** Gathers the `t` parts of a shared or inline string, those of its phonetic guides (`rPh`) aside. */
export function textCollector() {
  let collected = ''
  let inText = false
  let inGuide = false
  return {
    start() {
      collected = ''
    },
    open(name: string) {
      if (name === 'rPh') inGuide = true
      else if (name === 't') inText = !inGuide
    },
    text(piece: string) {
      if (inText) collected += piece
    },
    close(name: string) {
      if (name === 'rPh') inGuide = false
      else if (name === 't') inText = false
    },
    take: () => unescaped(collected),
  }
}

/** `_x000D_` stands for a character that XML cannot hold (ECMA-376, 22.9.2.19). */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
