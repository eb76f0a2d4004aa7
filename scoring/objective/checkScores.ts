import type { Figure } from '../standard/fact.ts'
import { mostOf } from '../standard/item.ts'
import type { Scheme } from '../standard/scheme.ts'
import type { Text } from '../text.ts'
import { type Finding, said } from './messages.ts'
import { type DataProblem, inOrder } from './problem.ts'
import { readUpTo } from './readFigure.ts'

/** A row of an imported score table: an item (its points) or an L2 (0–100; of a deduction, points off). */
export interface ScoreRow {
  row: number | null
  indicator: string
  score: string | number
}

export interface CheckedScores {
  /** By item or L2. */
  scores: Record<string, Figure>
  problems: DataProblem[]
}

interface Target {
  id: string
  /** The L2 it is, or belongs to. */
  indicator: string
  name: Text
  most: number
}

const targetsOf = ({ dimensions }: Scheme): Target[] =>
  dimensions.flatMap(({ kind, indicators }) =>
    indicators.flatMap(({ id, name, items }) => [
      {
        id,
        indicator: id,
        name,
        most: kind === 'deduction' ? items.reduce((sum, item) => sum + mostOf(item), 0) : 100,
      },
      ...items.map((item) => ({ id: item.id, indicator: id, name: item.name, most: mostOf(item) })),
    ]),
  )

/**
 * Checks one region's imported scores. `taken`: L2s that have another source already.
 * A score of an L2 beside scores of its items is a second source too, and is blamed on the L2.
 */
export function checkScores(scheme: Scheme, rows: readonly ScoreRow[], taken: ReadonlySet<string>): CheckedScores {
  if (rows.length === 0) return { scores: {}, problems: [] }
  const targets = new Map(targetsOf(scheme).map((target) => [target.id, target]))
  const withItems = new Set(
    rows.flatMap(({ indicator }) => {
      const target = targets.get(indicator.trim())
      return target && target.id !== target.indicator ? [target.indicator] : []
    }),
  )
  const scores: Record<string, Figure> = {}
  const findings: Finding[] = []
  const seen = new Set<string>()
  for (const { row, indicator, score } of rows) {
    const id = indicator.trim()
    const target = targets.get(id)
    const found = { item: id, key: null, row, found: score }
    if (!target) {
      findings.push({ ...found, reason: 'unknownItem', name: { zh: '', en: '' }, found: id })
      continue
    }
    const { name, most } = target
    const reading = readUpTo(most, score, typeof score === 'number' ? 'json' : 'csv')
    const range = { zh: `0 至 ${most} 的数`, en: `a number from 0 to ${most}` }
    const conflict = conflictOf(target, taken, withItems)
    if ('reason' in reading) findings.push({ ...found, name, reason: reading.reason, expected: range })
    else if (seen.has(id)) findings.push({ ...found, name, reason: 'duplicateInput' })
    else if (conflict) findings.push({ ...found, name, reason: 'scoreConflict', expected: conflict })
    else scores[id] = reading.fact
    seen.add(id)
  }
  return { scores, problems: inOrder(scheme, findings.map(said)) }
}

function conflictOf(
  { id, indicator }: Target,
  taken: ReadonlySet<string>,
  withItems: ReadonlySet<string>,
): Text | null {
  if (taken.has(indicator)) return { zh: `${indicator} 已填有数据`, en: `${indicator} has facts` }
  if (id !== indicator || !withItems.has(id)) return null
  return { zh: `${id} 的分项也有导入的得分`, en: `scores of the items of ${id} are imported as well` }
}
