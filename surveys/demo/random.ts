/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** About normal, mean 0 and standard deviation 1: the sum of twelve uniform numbers. */
export const bell = (random: () => number): number => {
  let sum = -6
  for (let at = 0; at < 12; at++) sum += random()
  return sum
}

/** One of the values, each as likely as its share says. */
export function pick<T>(random: () => number, shares: readonly (readonly [T, number])[]): T {
  let left = random() * shares.reduce((sum, [, share]) => sum + share, 0)
  for (const [value, share] of shares) {
    left -= share
    if (left < 0) return value
  }
  const last = shares.at(-1)
  if (!last) throw new RangeError('nothing to pick from')
  return last[0]
}
