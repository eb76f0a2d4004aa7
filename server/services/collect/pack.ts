/** Codes of a response as one character an item: a rating's digit, 7 = 97, 8 = 98, 9 = 99. */
export function packCodes(codes: readonly number[]): string {
  let packed = ''
  for (const code of codes) packed += code % 10
  return packed
}

/** The codes of a packed response, in the same order. */
export function unpackCodes(packed: string): number[] {
  const codes = new Array<number>(packed.length)
  for (let at = 0; at < packed.length; at++) {
    const digit = packed.charCodeAt(at) - 48
    codes[at] = digit >= 7 ? digit + 90 : digit
  }
  return codes
}
