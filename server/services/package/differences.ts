import type { Text } from '../../../scoring/text.ts'

/** How far a number may lie from the one computed anew, relatively, or absolutely below 1. */
const tolerance = 1e-12

export interface Compared {
  /** Numbers that agree. */
  agree: number
  differ: Text[]
}

/** Compares trees of plain data, number by number. */
export function differences(path: string, given: unknown, computed: unknown): Compared {
  if (typeof given === 'number' && typeof computed === 'number') {
    const apart = Math.abs(given - computed) / Math.max(1, Math.abs(computed))
    return apart <= tolerance ? { agree: 1, differ: [] } : differing(path, given, computed)
  }
  if (isTree(given) && isTree(computed)) {
    const parts = [...new Set([...Object.keys(given), ...Object.keys(computed)])].map((key) =>
      differences(`${path}.${key}`, given[key], computed[key]),
    )
    return {
      agree: parts.reduce((sum, { agree }) => sum + agree, 0),
      differ: parts.flatMap(({ differ }) => differ),
    }
  }
  return given === computed ? { agree: 0, differ: [] } : differing(path, given, computed)
}

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function differing(path: string, given: unknown, computed: unknown): Compared {
  const [a, b] = [given, computed].map((value) => JSON.stringify(value) ?? '—')
  return {
    agree: 0,
    differ: [{ zh: `${path}：包中为 ${a}，重算为 ${b}`, en: `${path}: ${a} in the package, ${b} computed anew` }],
  }
}
