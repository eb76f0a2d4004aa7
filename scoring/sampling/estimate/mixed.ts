import { z } from 'zod'
import type { Text } from '../../text.ts'
import { tQuantile } from '../distributions.ts'
import { type Estimated, type Estimates, estimate } from './estimate.ts'
import { around, type Interval } from './intervals.ts'
import { type InputFile, type InputProblem, problemList } from './problem.ts'
import type { Files } from './readFiles.ts'
import { cellsOf, lineOf, rowsIn, type Table } from './table.ts'

const overrides = z.record(z.string(), z.unknown()).default({})

/** What a design says of a sample of drawn persons beside volunteers. */
const mixedDesign = z.object({
  /** Column that tells who was drawn, and the values that do. */
  column: z.string().min(1),
  drawn: z.array(z.string()).min(1),
  /** Of the drawn part in what is combined; 1: it stands alone. */
  share: z.number().min(0).max(1),
  /** What is otherwise in the design of each part. */
  parts: z.object({ drawn: overrides, volunteers: overrides }).default({ drawn: {}, volunteers: {} }),
})

/** A value from both parts, which are independent: variances and degrees of freedom add. NaN: not defined. */
interface Combined {
  estimate: number
  se: number
  degf: number
  ci95_t: Interval
}

type ByDomain = Record<string, Record<string, Combined>>

/** The two parts of a mixed sample, each calibrated on its own, and what they give by the agreed share. */
export interface MixedEstimates {
  case?: string
  n: number
  share: number
  estimands: Record<string, { overall: Combined; domains: ByDomain }>
  composite_item_level?: { available_case: Combined; domains: ByDomain }
  parts: Record<'drawn' | 'volunteers', Estimates>
}

/** Whether a parsed design asks for two parts. */
export const isMixed = (design: unknown): boolean =>
  typeof design === 'object' && design !== null && 'mixed' in design && design.mixed !== null

/** As `estimate` for a design with `mixed`; all problems of the input where it has any. */
export function estimateMixed(
  files: Files,
): { estimates: MixedEstimates; notes: Text[]; parts: Record<'drawn' | 'volunteers', Estimated> } | Refused {
  const read = z.object({ mixed: mixedDesign }).safeParse(files.design)
  if (!read.success) return refused('design', 'mixed', 'design-value', badMixed)
  const { column, drawn, share, parts } = read.data.mixed
  const cells = cellsOf(files.responses, column)
  if (cells === null) return refused('responses', column, 'missing-column', noColumn)
  const isDrawn = (row: number) => drawn.includes(cells(row))
  const part = (own: Record<string, unknown>, wanted: (row: number) => boolean) =>
    estimate({
      ...files,
      design: { ...Object(files.design), ...own },
      responses: rowsOf(files.responses, wanted),
      multipliers: null,
    })
  const first = part(parts.drawn, isDrawn)
  const second = part(parts.volunteers, (row) => !isDrawn(row))
  const problems = [
    ...('problems' in first ? inPart(first.problems, names.drawn) : []),
    ...('problems' in second ? inPart(second.problems, names.volunteers) : []),
  ]
  if ('problems' in first || 'problems' in second) return { problems }
  const notes = [
    ...first.notes.map((note) => under(names.drawn, note)),
    ...second.notes.map((note) => under(names.volunteers, note)),
  ]
  return {
    estimates: combined(first.estimates, second.estimates, share),
    notes,
    parts: { drawn: first, volunteers: second },
  }
}

interface Refused {
  problems: InputProblem[]
}

function combined(drawn: Estimates, volunteers: Estimates, share: number): MixedEstimates {
  const both = (a: Value | undefined, b: Value | undefined): Combined => {
    const parts = [
      { part: a, degf: drawn.degf, coefficient: share },
      { part: b, degf: volunteers.degf, coefficient: 1 - share },
    ].filter(({ coefficient }) => coefficient > 0)
    const sum = (of: (one: (typeof parts)[number]) => number) => parts.reduce((total, one) => total + of(one), 0)
    const value = sum(({ part, coefficient }) => coefficient * meanOf(part))
    const se = Math.sqrt(sum(({ part, coefficient }) => (coefficient * (part?.se ?? Number.NaN)) ** 2))
    const degf = sum((one) => one.degf)
    return { estimate: value, se, degf, ci95_t: around(value, tQuantile(0.975, degf), se) }
  }
  const inDomains = (a: Domains, b: Domains): ByDomain =>
    Object.fromEntries(
      [...new Set([...Object.keys(a), ...Object.keys(b)])].map((name) => [
        name,
        Object.fromEntries(
          [...new Set([...Object.keys(a[name] ?? {}), ...Object.keys(b[name] ?? {})])].map((label) => [
            label,
            both(a[name]?.[label], b[name]?.[label]),
          ]),
        ),
      ]),
    )
  const [level, other] = [drawn.composite_item_level, volunteers.composite_item_level]
  return {
    ...(drawn.case !== undefined && { case: drawn.case }),
    n: drawn.n + volunteers.n,
    share,
    estimands: Object.fromEntries(
      Object.entries(drawn.estimands).map(([name, own]) => {
        const theirs = volunteers.estimands[name]
        const domains = inDomains(own.domains ?? {}, theirs?.domains ?? {})
        return [name, { overall: both(own.overall, theirs?.overall), domains }]
      }),
    ),
    ...(level &&
      other && {
        composite_item_level: {
          available_case: both({ n: drawn.n, ...level.available_case }, { n: volunteers.n, ...other.available_case }),
          domains: inDomains(level.domains ?? {}, other.domains ?? {}),
        },
      }),
    parts: { drawn, volunteers },
  }
}

interface Value {
  n: number
  mean?: number
  estimate?: number
  se?: number
}
type Domains = Record<string, Record<string, Value>>

const meanOf = (value: Value | undefined): number => value?.mean ?? value?.estimate ?? Number.NaN

function rowsOf(table: Table, wanted: (row: number) => boolean): Table {
  const rows = Array.from({ length: rowsIn(table) }, (_, row) => row).filter(wanted)
  const lines = rows.map((row) => lineOf(table, row))
  if ('rows' in table) return { columns: table.columns, rows: rows.map((row) => table.rows[row] ?? []), lines }
  const values = table.values.map((column) => rows.map((row) => column[row] ?? ''))
  return { columns: table.columns, values, lines }
}

const names = {
  drawn: { zh: '随机抽取部分', en: 'drawn part' },
  volunteers: { zh: '自愿参加部分', en: 'volunteers' },
}

const under = (part: Text, { zh, en }: Text): Text => ({ zh: `${part.zh}：${zh}`, en: `${part.en}: ${en}` })

const inPart = (problems: InputProblem[], part: Text): InputProblem[] =>
  problems.map(({ message, ...problem }) => ({ ...problem, message: under(part, message) }))

const badMixed: Text = {
  zh: '“mixed”需要 column（列名）、drawn（随机抽取者的取值）和 share（0 到 1）',
  en: '“mixed” needs column, drawn (the values of those who were drawn) and share (0 to 1)',
}
const noColumn: Text = {
  zh: '没有设计文件“mixed”所说的这一列',
  en: 'there is no such column, which “mixed” of the design names',
}

function refused(file: InputFile, column: string, code: string, text: Text): Refused {
  const problems = problemList()
  problems.add({ file, column, code, text })
  return { problems: problems.all() }
}
