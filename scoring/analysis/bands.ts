/** Regions next to each other in the order of their scores that cannot be told apart, all of them from all of them. */
export interface Band {
  /** a, b, … z, aa, ab, … from the top; regions that share a letter are not told apart. */
  letter: string
  codes: string[]
}

/**
 * The longest runs of regions that are not told apart ("compact letter display").
 * @param ranked the highest score first
 */
export function bandsOf(ranked: { code: string; notToldApart: string[] }[]): Band[] {
  const alike = ranked.map(({ notToldApart }) => new Set(notToldApart))
  const bands: Band[] = []
  let reached = 0
  for (const start of ranked.keys()) {
    let end = start + 1
    while (end < ranked.length && everyIn(alike.slice(start, end), ranked[end]?.code)) end += 1
    // A run within the one before says nothing new.
    if (end <= reached) continue
    reached = end
    bands.push({ letter: letterOf(bands.length), codes: ranked.slice(start, end).map(({ code }) => code) })
  }
  return bands
}

const everyIn = (sets: Set<string>[], code: string | undefined): boolean =>
  code !== undefined && sets.every((set) => set.has(code))

function letterOf(position: number): string {
  const letter = String.fromCharCode(97 + (position % 26))
  return position < 26 ? letter : letterOf(Math.floor(position / 26) - 1) + letter
}
