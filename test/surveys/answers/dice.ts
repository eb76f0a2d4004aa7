import { randomFrom } from '../../../surveys/demo/random.ts'

/** Draws from a seed: the same seed, the same draws. */
export interface Dice {
  below: (count: number) => number
  chance: (share: number) => boolean
  one: <T>(of: readonly T[]) => T
  some: <T>(of: readonly T[], most?: number) => T[]
}

export function diceFrom(seed: number): Dice {
  const random = randomFrom(seed)
  const below = (count: number) => Math.floor(random() * count)
  return {
    below,
    chance: (share) => random() < share,
    one: <T>(of: readonly T[]): T => {
      if (of.length === 0) throw new RangeError('nothing to draw from')
      return of[below(of.length)] as T
    },
    some: (of, most = of.length) => {
      const left = [...of]
      const count = Math.min(1 + below(most), left.length)
      return Array.from({ length: count }, () => left.splice(below(left.length), 1)).flat()
    },
  }
}
