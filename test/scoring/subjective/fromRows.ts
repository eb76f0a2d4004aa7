/** One respondent as the direct computation sees it. */
export interface Person {
  d: number
  stratum: string
  /** Category by margin; undefined: not given. */
  margins: (string | undefined)[]
  /** Ratings on the 0–100 scale by item; undefined: none. */
  ratings: (number | undefined)[]
  /** For each block of items, whether this person's form asks it. */
  asked: boolean[]
  /** Coefficient of the group's score in the estimate: 1, −1 or 0. */
  side: number
}

export interface RowDesign {
  /** Population shares by margin. */
  shares: Record<string, number>[]
  total: number
  /** Block of each item. */
  blockOf: number[]
  /** Share of the score that each item carries. */
  weights: number[]
  /** Sampled share of each stratum; absent: 0. */
  fraction?: Record<string, number>
}

/**
 * Score (or difference of two groups' scores) and its standard error straight from respondents: weights by raking person
 * by person, linearised values, residuals by dense least squares, sum of squares. Written apart from the tally's way.
 */
export function fromRows(people: Person[], design: RowDesign): { score: number; se: number } {
  const blocks = [...new Set(design.blockOf)].sort()
  const weights = blocks.map((block) => rakeRows(people, design, block))
  const u = people.map(() => 0)
  let score = 0
  for (const side of [1, -1]) {
    design.weights.forEach((share, item) => {
      const w = weights[blocks.indexOf(design.blockOf[item]!)]!
      const raters = [...people.keys()].filter(
        (i) => people[i]!.side === side && people[i]!.ratings[item] !== undefined,
      )
      const sum = raters.reduce((total, i) => total + w[i]!, 0)
      if (raters.length > 0)
        score += (side * share * raters.reduce((total, i) => total + w[i]! * people[i]!.ratings[item]!, 0)) / sum
    })
  }
  for (const [at, block] of blocks.entries()) {
    const w = weights[at]!
    const e = people.map(() => 0)
    for (const side of [1, -1])
      design.weights.forEach((share, item) => {
        if (design.blockOf[item] !== block) return
        const raters = [...people.keys()].filter(
          (i) => people[i]!.side === side && people[i]!.ratings[item] !== undefined,
        )
        const sum = raters.reduce((total, i) => total + w[i]!, 0)
        const mean = raters.reduce((total, i) => total + w[i]! * people[i]!.ratings[item]!, 0) / sum
        for (const i of raters) e[i]! += (side * share * (people[i]!.ratings[item]! - mean)) / sum
      })
    const inside = people.map(({ asked }) => asked[block] ?? true)
    const residuals = residualsOf(e, people, design, inside)
    people.forEach((_, i) => {
      u[i]! += w[i]! * residuals[i]!
    })
  }
  let variance = 0
  for (const stratum of new Set(people.map((person) => person.stratum))) {
    const own = u.filter((_, i) => people[i]!.stratum === stratum)
    const mean = own.reduce((sum, value) => sum + value, 0) / own.length
    const squares = own.reduce((sum, value) => sum + (value - mean) ** 2, 0)
    variance += ((1 - (design.fraction?.[stratum] ?? 0)) * own.length * squares) / (own.length - 1)
  }
  return { score, se: Math.sqrt(variance) }
}

/** Weights over those whose form asks the block. A margin with persons without a value is raked to shares of the others. */
function rakeRows(people: Person[], { shares, total }: RowDesign, block: number) {
  const w = people.map(({ d, asked }) => (asked[block] === false ? 0 : d))
  for (let sweep = 0; sweep < 200; sweep += 1) {
    const sum = w.reduce((before, value) => before + value, 0)
    w.forEach((value, i) => {
      w[i] = (value * total) / sum
    })
    shares.forEach((margin, m) => {
      const known = [...people.keys()].filter((i) => people[i]!.margins[m] !== undefined)
      const present = known.reduce((before, i) => before + w[i]!, 0)
      const counts: Record<string, number> = {}
      for (const i of known) counts[people[i]!.margins[m]!] = (counts[people[i]!.margins[m]!] ?? 0) + w[i]!
      for (const i of known) w[i]! *= (present * margin[people[i]!.margins[m]!]!) / counts[people[i]!.margins[m]!]!
    })
  }
  return w
}

/** Residuals of e on the total and z = [k] − share · [known] of every margin, weighted by d, over the persons inside. */
function residualsOf(e: number[], people: Person[], { shares }: RowDesign, inside: boolean[]) {
  const rows = people.map(({ margins }, i) => [
    Number(inside[i]),
    ...shares.flatMap((margin, m) =>
      Object.entries(margin).map(([category, share]) =>
        inside[i] && margins[m] !== undefined ? Number(margins[m] === category) - share : 0,
      ),
    ),
  ])
  const roots = people.map(({ d }) => Math.sqrt(d))
  const dot = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * b[i]!, 0)
  const basis: number[][] = []
  for (let column = 0; column < rows[0]!.length; column += 1) {
    const start = rows.map((row, i) => row[column]! * roots[i]!)
    let rest = start
    for (const vector of [...basis, ...basis]) {
      const along = dot(vector, rest)
      rest = rest.map((value, i) => value - along * vector[i]!)
    }
    const length = Math.sqrt(dot(rest, rest))
    if (length > 1e-6 * Math.sqrt(dot(start, start))) basis.push(rest.map((value) => value / length))
  }
  let rest = e.map((value, i) => value * roots[i]!)
  for (const vector of basis) {
    const along = dot(vector, rest)
    rest = rest.map((value, i) => value - along * vector[i]!)
  }
  return rest.map((value, i) => value / roots[i]!)
}
