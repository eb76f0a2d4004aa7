import { Problem } from '../../http/problem.ts'
import type { ResponseFilter, ResponsePage, ResponseRow } from '../../shapes/responses.ts'
import { type BrowsedRow, boundAfter, browse } from '../../store/browse.ts'
import type { Store } from '../../store/database.ts'
import type { Published } from '../published.ts'
import { everyFlag } from '../quality/flags.ts'

/**
 * Responses of a survey, a page at a time in the order of their ids. One request looks through so many rows at most:
 * a filter that nearly nothing passes gives few rows or none, and where to go on.
 * @throws {Problem} `invalid` where a filter names no variable of the design
 */
export async function responsePage(
  db: Store,
  survey: Published,
  { cell, ...filter }: ResponseFilter,
): Promise<ResponsePage> {
  const pattern = cell === undefined ? undefined : patternOf(survey, cell)
  const bound = await boundAfter(db, survey, filter.after)
  const rows = await browse(db, survey, { ...filter, cell: pattern }, bound)
  const full = rows.length === filter.limit
  return {
    variables: survey.design.variables.map(({ name, label, categories }) => ({
      ...{ name, label },
      categories: categories.map(({ code, label }) => ({ code, label })),
    })),
    rows: rows.map((row) => rowOf(survey, row)),
    next: full ? (rows.at(-1)?.id ?? null) : bound,
  }
}

/** A response without anything of who sent it. */
export function rowOf({ design }: Published, row: BrowsedRow): ResponseRow {
  const codes = row.codes ?? ''
  return {
    id: row.id,
    state: stateOf(row),
    channel: row.channel,
    locale: row.locale,
    day: chinaDay(row.received_at),
    cell: row.cell.split('|').slice(0, design.variables.length),
    rated: [...codes].filter((code) => code < '7').length,
    dontKnow: [...codes].filter((code) => code === '8').length,
    flags: everyFlag(row),
  }
}

function stateOf({ codes, mark, outcome }: BrowsedRow): ResponseRow['state'] {
  if (codes === null) return 'withdrawn'
  return mark === 'excluded' ? 'excluded' : outcome
}

const chinaDay = (moment: string): string => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10)

/** `sex:female` as a pattern of cells: a category in its place, anything in the others. */
function patternOf({ design }: Published, cell: string): string {
  const wanted = new Map(
    cell.split(',').map((pair): [string, string] => {
      const at = pair.indexOf(':')
      return [pair.slice(0, Math.max(at, 0)), pair.slice(at + 1)]
    }),
  )
  const names = design.variables.map(({ name }) => name)
  const unknown = [...wanted.keys()].filter((name) => !names.includes(name))
  if (unknown.length > 0) throw new Problem('invalid', { errors: unknown.map(noVariable) })
  return names.map((name) => literal(wanted.get(name))).join('|')
}

const literal = (category: string | undefined): string => category?.replace(/[\\%_]/g, '\\$&') ?? '%'

const noVariable = (name: string) => ({
  path: 'query.cell',
  code: 'unknown-variable',
  message: { zh: `本调查没有变量“${name}”`, en: `This survey has no variable “${name}”` },
})
