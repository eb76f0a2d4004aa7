import { randomFrom } from '../demo/random.ts'

/** A number that stands for a text, spread evenly (FNV-1a). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  // The last bits of a short text have gone through too few rounds.
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0
}

/**
 * The items in an order drawn for this seed, every order as likely as any other. Those that stay keep their places.
 * @example shuffled(['a', 'b', 'c'], seedOf('f1c0 D1'), (item) => item === 'c') // c is last
 */
export function shuffled<T>(items: readonly T[], seed: number, stays: (item: T) => boolean): T[] {
  const random = randomFrom(seed)
  const places = [...items.keys()].filter((at) => !stays(items[at] as T))
  const order = [...places]
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[order[last], order[other]] = [order[other] as number, order[last] as number]
  }
  const drawn = [...items]
  for (const [index, place] of places.entries()) drawn[place] = items[order[index] as number] as T
  return drawn
}
