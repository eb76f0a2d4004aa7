import type { SurveyDesign, Variable } from '../design.ts'
import { sortedCells } from './serialise.ts'
import type { CellCounts, Tally } from './tally.ts'

/** What the arithmetic runs over: the cells of a tally, one unit for each base weight in a cell, in a fixed order. */
export interface Units {
  length: number
  /** Number of rated items. */
  items: number
  counts: CellCounts[]
  /** Respondents of each unit. */
  n: Float64Array
  /** Base weight of each of its respondents. */
  d: Float64Array
  /** n · d */
  weight: Float64Array
  /** For each variable of the design the category of each unit: an index, −1 where no value is known. */
  categories: Map<string, Int32Array>
  /** For each unit the index of its stratum in `strata`. */
  stratumOf: Int32Array
  strata: Stratum[]
}

interface Stratum {
  /** Category code, '' where there are no strata or the respondent's is not known. */
  code: string
  /** Respondents. */
  n: number
  /** Share of the population that was asked. */
  fraction: number
}

/**
 * The units of a tally under a design.
 * @throws RangeError where a cell is none of the design
 */
export function unitsOf(tally: Tally, design: Pick<SurveyDesign, 'variables' | 'sampling'>): Units {
  const entries = sortedCells(tally.cells)
  const codes = entries.map(({ cell }) => codesOf(cell, design.variables))
  const n = Float64Array.from(entries, ({ counts }) => counts[0]!)
  const d = Float64Array.from(entries, ({ baseWeight }) => baseWeight)
  const categories = new Map(
    design.variables.map((variable, at) => [
      variable.name,
      Int32Array.from(codes, (own) => indexOf(variable, own[at]!)),
    ]),
  )
  return {
    length: entries.length,
    items: tally.items.length,
    counts: entries.map(({ counts }) => counts),
    n,
    d,
    weight: n.map((respondents, unit) => respondents * d[unit]!),
    categories,
    ...strataOf(design, codes, n),
  }
}

/** Categories of a variable by unit. @throws RangeError if the design has no such variable */
export function categoriesOf({ categories }: Units, variable: string): Int32Array {
  const own = categories.get(variable)
  if (own === undefined) throw new RangeError(`the design has no variable ${variable}`)
  return own
}

function codesOf(cell: string, variables: Variable[]) {
  const codes = variables.length === 0 && cell === '' ? [] : cell.split('|')
  if (codes.length !== variables.length) throw new RangeError(`"${cell}" is no cell of ${variables.length} variables`)
  return codes
}

function indexOf({ name, categories }: Variable, code: string) {
  const index = categories.findIndex((category) => category.code === code)
  if (index < 0 && code !== '') throw new RangeError(`variable ${name} has no category ${code}`)
  return index
}

function strataOf(
  { variables, sampling }: Pick<SurveyDesign, 'variables' | 'sampling'>,
  codes: string[][],
  n: Float64Array,
) {
  const at = variables.findIndex(({ name }) => name === sampling?.stratum)
  if (at < 0 && sampling?.stratum !== undefined)
    throw new RangeError(`the design has no variable ${sampling.stratum} for its strata`)
  const own = codes.map((code) => code[at] ?? '')
  const sizes = new Map<string, number>()
  for (const [unit, code] of own.entries()) sizes.set(code, (sizes.get(code) ?? 0) + n[unit]!)
  const strata = [...sizes].map(([code, respondents]): Stratum => {
    const population = sampling?.population?.[code]
    return { code, n: respondents, fraction: population === undefined ? 0 : Math.min(1, respondents / population) }
  })
  const order = [...sizes.keys()]
  return { stratumOf: Int32Array.from(own, (code) => order.indexOf(code)), strata }
}
