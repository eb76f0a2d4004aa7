/** Goes along the text of an expression; what does not fit leaves the place unchanged. */
export interface Scanner {
  place: () => number
  back: (place: number) => void
  atEnd: () => boolean
  /** How far anything could be read. */
  furthest: () => number
  space: () => void
  /** Takes a sign or a word in any case; a word needs no space after it. */
  take: (sign: string) => boolean
  takeExactly: (word: string) => boolean
  /** Letters, digits and underscores that begin with a letter. */
  word: () => string | undefined
  /** A number, true, false, a bare word or a quoted text; quotes are kept, as they keep '5' from being a number. */
  constant: () => string | number | boolean | undefined
  /** The name in {braces}. */
  braced: () => string | undefined
  attempt: <T>(read: () => T | undefined) => T | undefined
}

const blank = /[ \t\n\r]*/y
const words = /[a-z_]+(?:[0-9]+[a-z_]*)*/iy
const truth = /true|false/iy
const hexadecimal = /0x[0-9]+/y
const decimal = /-?(?:[0-9]+\.[0-9]+|[1-9][0-9]*|0)/y
const quoted = /(['"])((?:\\['"]|\\(?!['"])|[^'"\\])*)\1/y
const name = /\{([^{}]+)\}/y

export function createScanner(text: string): Scanner {
  let at = 0
  let furthest = 0

  function match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (!found) return undefined
    at += found[0].length
    if (pattern !== blank) furthest = Math.max(furthest, at)
    return found
  }

  function takeIf(fits: boolean, length: number): boolean {
    if (!fits) return false
    at += length
    furthest = Math.max(furthest, at)
    return true
  }

  return {
    place: () => at,
    back: (place) => {
      at = place
    },
    atEnd: () => at === text.length,
    furthest: () => furthest,
    space: () => void match(blank),
    take: (sign) => takeIf(text.slice(at, at + sign.length).toLowerCase() === sign, sign.length),
    takeExactly: (word) => takeIf(text.startsWith(word, at), word.length),
    word: () => match(words)?.[0],
    constant: () => {
      const truthValue = match(truth)
      if (truthValue) return truthValue[0].toLowerCase() === 'true'
      const hex = match(hexadecimal)
      if (hex) return Number.parseInt(hex[0], 16)
      const number = match(decimal)
      if (number) return Number.parseFloat(number[0])
      const bare = match(words)
      if (bare) return bare[0]
      const text = match(quoted)
      if (!text) return undefined
      const inner = (text[2] ?? '').replace(/\\(['"])/g, '$1')
      return inner === '' ? '' : `'${inner}'`
    },
    braced: () => match(name)?.[1],
    attempt: (read) => {
      const before = at
      const result = read()
      if (result === undefined) at = before
      return result
    },
  }
}
