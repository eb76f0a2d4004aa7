/**
 * Cubic spline through points in ascending x, its ends as those of the cubics through the first and the last four
 * points (Forsythe, Malcolm, Moler: Computer Methods for Mathematical Computations, 4.4), as R's `spline`.
 *
 * @returns its value at any x between the first and the last
 */
export function cubicSpline(x: number[], y: number[]): (at: number) => number {
  const last = x.length - 1
  const width = x.slice(1).map((next, i) => next - x[i]!)
  const slope = width.map((step, i) => (y[i + 1]! - y[i]!) / step)
  const { diagonal, right } = equations(x, width, slope)
  for (let i = 1; i <= last; i += 1) {
    const factor = width[i - 1]! / diagonal[i - 1]!
    diagonal[i]! -= factor * width[i - 1]!
    right[i]! -= factor * right[i - 1]!
  }
  const c = right
  c[last]! /= diagonal[last]!
  for (let i = last - 1; i >= 0; i -= 1) c[i] = (c[i]! - width[i]! * c[i + 1]!) / diagonal[i]!
  return (at) => {
    let i = 0
    while (i < last - 1 && at > x[i + 1]!) i += 1
    const first = slope[i]! - width[i]! * (c[i + 1]! + 2 * c[i]!)
    const third = (c[i + 1]! - c[i]!) / width[i]!
    const dx = at - x[i]!
    return y[i]! + dx * (first + dx * (3 * c[i]! + dx * third))
  }
}

/** The tridiagonal equations of a sixth of the second derivatives; off the diagonal are the widths. */
function equations(x: number[], width: number[], slope: number[]) {
  const last = x.length - 1
  const second = x.map((_, i) => (i === 0 || i === last ? 0 : slope[i]! - slope[i - 1]!))
  const diagonal = x.map((_, i) => {
    if (i === 0) return -width[0]!
    return i === last ? -width[last - 1]! : 2 * (width[i - 1]! + width[i]!)
  })
  if (last < 3) return { diagonal, right: second }
  const third = (i: number) => second[i + 1]! / (x[i + 2]! - x[i]!) - second[i]! / (x[i + 1]! - x[i - 1]!)
  const right = second.slice()
  right[0] = (third(1) * width[0]! ** 2) / (x[3]! - x[0]!)
  right[last] = (-third(last - 2) * width[last - 1]! ** 2) / (x[last]! - x[last - 3]!)
  return { diagonal, right }
}
