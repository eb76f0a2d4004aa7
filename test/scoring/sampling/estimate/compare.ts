/** A place in `expected.json` where the estimates say something else. */
export interface Difference {
  path: string
  wanted: unknown
  got: unknown
}

/** Relative tolerance of a path; null: not compared. */
export type ToleranceOf = (path: string) => number | null

/** Values this small are compared absolutely. */
const nearZero = 1e-9

/** Compares every field that `wanted` has, whatever else `got` has beside them. */
export function differences(wanted: unknown, got: unknown, toleranceOf: ToleranceOf, path = ''): Difference[] {
  const tolerance = toleranceOf(path)
  if (tolerance === null) return []
  if (typeof wanted === 'number') return agree(wanted, got, tolerance) ? [] : [{ path, wanted, got }]
  if (typeof wanted !== 'object' || wanted === null) return wanted === got ? [] : [{ path, wanted, got }]
  if (typeof got !== 'object' || got === null) return [{ path, wanted: 'an object', got }]
  return Object.entries(wanted).flatMap(([key, value]) =>
    differences(value, (got as Record<string, unknown>)[key], toleranceOf, path === '' ? key : `${path}.${key}`),
  )
}

const agree = (wanted: number, got: unknown, tolerance: number) =>
  typeof got === 'number' &&
  (Math.abs(wanted) < nearZero ? Math.abs(got - wanted) < nearZero : Math.abs(got / wanted - 1) <= tolerance)
