/** Independent standard normal numbers from a seed (mulberry32, then Box and Muller). */
export function normalDraws(count: number, seed: number): Float64Array {
  const next = uniform(seed)
  const draws = new Float64Array(count)
  for (let at = 0; at < count; at += 2) {
    const radius = Math.sqrt(-2 * Math.log(next()))
    const angle = 2 * Math.PI * next()
    draws[at] = radius * Math.cos(angle)
    if (at + 1 < count) draws[at + 1] = radius * Math.sin(angle)
  }
  return draws
}

/** Numbers in the open interval from 0 to 1. */
function uniform(seed: number) {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4294967296
  }
}
