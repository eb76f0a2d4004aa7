import type { Written } from '../../surveys/answers/written.ts'

/**
 * Reads a response that is written as pages write theirs: JSON without spaces and escapes, every name once. What comes
 * so is its own canonical text, and need be neither parsed into an object nor written anew; anything else is left to
 * the parser that knows all of JSON.
 */

/** A response's members by name; its answers as they were written. */
export interface PlainResponse {
  answers: Written
  [member: string]: unknown
}

/** Where reading has come to. */
interface Pen {
  text: string
  at: number
}

const quote = 34
const comma = 44
const colon = 58
const backslash = 92
const openBracket = 91
const closeBracket = 93
const openBrace = 123
const closeBrace = 125

/** SurveyJS nests a matrix three deep. */
const deepest = 4

/** A part of a text keeps the whole of it in memory for as long as it is there itself. */
const mostBeside = 2048

/**
 * @param text as decoded from UTF-8
 * @returns undefined where it is not written so, or is not a response at all
 */
export function plainResponse(text: string): PlainResponse | undefined {
  const pen: Pen = { text, at: 0 }
  if (text.charCodeAt(0) !== openBrace || isEmpty(pen, closeBrace)) return undefined
  const members: Record<string, unknown> = {}
  let answers: Written | undefined
  for (let next = comma; next !== closeBrace; next = nextIn(pen)) {
    const name = next === comma ? readName(pen) : undefined
    if (name === undefined || name === '__proto__' || Object.hasOwn(members, name)) return undefined
    if (name === 'answers') answers = readAnswers(pen)
    const value = name === 'answers' ? answers : readValue(pen, deepest)
    if (value === undefined) return undefined
    members[name] = value
  }
  if (pen.at !== text.length || !answers || text.length - answers.text.length > mostBeside) return undefined
  return { ...members, answers }
}

/** Names of questions come again with every response: each is kept once, and hashed once. */
const knownNames = new Map<string, { name: string; reading: number }>()
const mostNames = 5000
let readings = 0

function knownName(name: string) {
  const before = knownNames.get(name)
  if (before) return before
  if (knownNames.size >= mostNames) knownNames.clear()
  // A copy, not a part of the text.
  const known = { name: Buffer.from(name).toString(), reading: 0 }
  knownNames.set(known.name, known)
  return known
}

function readAnswers(pen: Pen): Written | undefined {
  const from = pen.at
  const reading = ++readings
  const names: string[] = []
  const values: unknown[] = []
  if (pen.text.charCodeAt(pen.at) !== openBrace) return undefined
  for (let next = isEmpty(pen, closeBrace) ? closeBrace : comma; next !== closeBrace; next = nextIn(pen)) {
    const name = next === comma ? readName(pen) : undefined
    // Objects have names that begin with a digit ahead of the others.
    if (name === undefined || isDigit(name.charCodeAt(0))) return undefined
    const value = readValue(pen, deepest)
    const known = knownName(name)
    if (value === undefined || known.reading === reading) return undefined
    known.reading = reading
    names.push(known.name)
    values.push(value)
  }
  return { names, values, text: pen.text.slice(from, pen.at) }
}

/** Each of these gives undefined, or false, where it meets what is not plain. */
function readValue(pen: Pen, levels: number): unknown {
  const first = pen.text.charCodeAt(pen.at)
  if (first === quote) return readString(pen)
  if (isDigit(first)) return readNumber(pen)
  if (first === openBracket) return levels > 0 ? readArray(pen, levels - 1) : undefined
  if (first === openBrace) return levels > 0 ? readObject(pen, levels - 1) : undefined
  if (isNext(pen, 'true')) return true
  if (isNext(pen, 'false')) return false
  return undefined
}

function readString(pen: Pen): string | undefined {
  const from = ++pen.at
  for (let at = from; at < pen.text.length; at++) {
    const code = pen.text.charCodeAt(at)
    if (code === quote) {
      pen.at = at + 1
      return pen.text.slice(from, at)
    }
    if (code < 32 || code === backslash) return undefined
  }
  return undefined
}

/** A number as JSON writes it. */
function readNumber(pen: Pen): number | undefined {
  const from = pen.at
  let value = 0
  while (isDigit(pen.text.charCodeAt(pen.at))) value = 10 * value + pen.text.charCodeAt(pen.at++) - 48
  const digits = pen.at - from
  if (digits > 15 || (digits > 1 && pen.text.charCodeAt(from) === 48)) return undefined
  // A fraction or an exponent is followed by neither a comma nor the end of anything.
  return value
}

function readArray(pen: Pen, levels: number): unknown[] | undefined {
  const values: unknown[] = []
  for (let next = isEmpty(pen, closeBracket) ? closeBracket : comma; next !== closeBracket; next = nextIn(pen)) {
    const value = next === comma ? readValue(pen, levels) : undefined
    if (value === undefined) return undefined
    values.push(value)
  }
  return values
}

function readObject(pen: Pen, levels: number): Record<string, unknown> | undefined {
  const object: Record<string, unknown> = {}
  for (let next = isEmpty(pen, closeBrace) ? closeBrace : comma; next !== closeBrace; next = nextIn(pen)) {
    const name = next === comma ? readName(pen) : undefined
    if (name === undefined || isDigit(name.charCodeAt(0)) || name === '__proto__' || Object.hasOwn(object, name)) {
      return undefined
    }
    const value = readValue(pen, levels)
    if (value === undefined) return undefined
    object[name] = value
  }
  return object
}

/** Steps over the sign that opens a list or an object; where it is closed at once, over that, too. */
function isEmpty(pen: Pen, closing: number): boolean {
  const empty = pen.text.charCodeAt(++pen.at) === closing
  if (empty) pen.at++
  return empty
}

const nextIn = (pen: Pen): number => pen.text.charCodeAt(pen.at++)

/** A member's name, up to its value. */
function readName(pen: Pen): string | undefined {
  const name = pen.text.charCodeAt(pen.at) === quote ? readString(pen) : undefined
  return nextIn(pen) === colon ? name : undefined
}

function isNext(pen: Pen, word: string): boolean {
  if (!pen.text.startsWith(word, pen.at)) return false
  pen.at += word.length
  return true
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57
