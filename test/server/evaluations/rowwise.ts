/**
 * The survey score straight from the rows of an export: no cells, no tally, nothing of `scoring`.
 * Raking by SURVEY-PRACTICE 3.3 (a respondent without a value is left alone by that margin), item means over those
 * who rated, SR-1, variance by linearisation over all items with calibration residuals, metric of the base weights.
 */

export type Row = Record<string, string>

export interface ExportedDesign {
  margins: string[]
  missing_codes: number[]
  score: {
    item_min: number
    item_max: number
    dimensions: { name: string; weight: number; items: { name: string; weight: number }[] }[]
  }
}

interface RakedMargin {
  /** Index of the category of every row, −1 where the row has no value. */
  of: number[]
  shares: number[]
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0)

function marginsOf(design: ExportedDesign, rows: Row[], population: Row[]): { margins: RakedMargin[]; total: number } {
  const margins = design.margins.map((name) => {
    const lines = population.filter(({ variable }) => variable === name)
    const counts = lines.map(({ count }) => Number(count))
    const categories = lines.map(({ category }) => category)
    const categoryOf = (row: Row) => {
      const values = name.split(':').map((variable) => row[variable] ?? '')
      return values.includes('') ? -1 : categories.indexOf(values.join(':'))
    }
    return { of: rows.map(categoryOf), shares: counts.map((count) => count / sum(counts)), total: sum(counts) }
  })
  return { margins, total: margins[0]?.total ?? rows.length }
}

export function rake(base: number[], margins: RakedMargin[], total: number): number[] {
  const scale = total / sum(base)
  const weights = base.map((weight) => weight * scale)
  for (let sweep = 0, change = 1; change > 1e-15 && sweep < 2000; sweep++) {
    change = 0
    for (const { of, shares } of margins) {
      const known = sum(weights.filter((_, row) => (of[row] ?? -1) >= 0))
      const present = shares.map((_, category) => sum(weights.filter((_, row) => of[row] === category)))
      of.forEach((category, row) => {
        if (category < 0) return
        const factor = ((shares[category] ?? 0) * known) / (present[category] ?? 0)
        weights[row] = (weights[row] ?? 0) * factor
        change = Math.max(change, Math.abs(factor - 1))
      })
    }
  }
  return weights
}

/** What is left of `values` when the columns are regressed out, observations weighted by `metric`. */
function residuals(values: number[], columns: number[][], metric: number[]): number[] {
  const inner = (a: number[], b: number[]) => sum(a.map((value, row) => value * (b[row] ?? 0) * (metric[row] ?? 0)))
  const less = (a: number[], b: number[], factor: number) => a.map((value, row) => value - factor * (b[row] ?? 0))
  const basis: number[][] = []
  const clear = (vector: number[]) => basis.reduce((left, unit) => less(left, unit, inner(left, unit)), vector)
  for (const column of columns) {
    const length = Math.sqrt(inner(column, column))
    const left = clear(clear(column))
    const rest = Math.sqrt(inner(left, left))
    if (rest > 1e-8 * length) basis.push(left.map((value) => value / rest))
  }
  return clear(clear(values))
}

/** Score 0–100 and its standard error. */
export function rowwiseScore(design: ExportedDesign, rows: Row[], population: Row[]) {
  const { margins, total } = marginsOf(design, rows, population)
  const base = rows.map((row) => Number(row.base_weight))
  const weights = rake(base, margins, total)
  const { item_min: low, item_max: high, dimensions } = design.score

  let score = 0
  const itemScores: Record<string, number> = {}
  const linear = rows.map(() => 0)
  for (const dimension of dimensions) {
    const itemTotal = sum(dimension.items.map(({ weight }) => weight))
    for (const item of dimension.items) {
      const share = (dimension.weight / sum(dimensions.map(({ weight }) => weight))) * (item.weight / itemTotal)
      const codes = rows.map((row) => (row[item.name] === '' ? 99 : Number(row[item.name])))
      const rated = codes.map((code) => !design.missing_codes.includes(code))
      const values = codes.map((code) => ((code - low) / (high - low)) * 100)
      const raters = sum(weights.filter((_, row) => rated[row]))
      const mean = sum(weights.map((weight, row) => (rated[row] ? weight * (values[row] ?? 0) : 0))) / raters
      itemScores[item.name] = mean
      score += share * mean
      rows.forEach((_, row) => {
        if (rated[row]) linear[row] = (linear[row] ?? 0) + (share * ((values[row] ?? 0) - mean)) / raters
      })
    }
  }

  const columns = margins.flatMap(({ of, shares }) => {
    const complete = of.every((category) => category >= 0)
    return shares.map((share, category) =>
      of.map((value) => Number(value === category) - (complete || value < 0 ? 0 : share)),
    )
  })
  const influence = residuals(linear, columns, base).map((value, row) => value * (weights[row] ?? 0))
  const n = rows.length
  const centre = sum(influence) / n
  const se = Math.sqrt((n / (n - 1)) * sum(influence.map((value) => (value - centre) ** 2)))
  return { score, se, itemScores, weights }
}
