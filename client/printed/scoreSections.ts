import { waterfallOf } from '../../scoring/analysis/waterfall.ts'
import { mostOf } from '../../scoring/standard/item.ts'
import { html } from '../resident/page/html.ts'
import { comparison, makeUp } from '../text/consoleAnalysis.ts'
import { showChange } from '../text/numbers.ts'
import { printed as words } from '../text/printed.ts'
import { barChart } from './bars.ts'
import { shown } from './printedResult.ts'
import { radarChart } from './radar.ts'
import { named, type Section, type SectionSource } from './section.ts'
import { type Column, printTable } from './table.ts'
import { waterfallChart } from './waterfall.ts'

/** What the total is made of, from the dimensions down to the items, and how others of the group stand. */
export const scoreSections = (source: SectionSource): Section[] => [
  makeUpSection(source),
  dimensionSection(source),
  comparisonSection(source),
  indicatorSection(source),
  itemSection(source),
]

function makeUpSection({ scheme, result, t }: SectionSource): Section {
  const parts = [
    { text: words.objective, value: result.objective, most: '60' },
    { text: words.subjective, value: result.subjective, most: '40' },
    { text: words.deductions, value: result.deductions.total === null ? null : -result.deductions.total, most: '-8' },
    { text: words.total, value: result.total, most: '100' },
  ]
  const steps = waterfallOf(scheme, result).map(({ id, name, kind, points, from, to }) => ({
    ...{ kind, from, to },
    label: kind === 'floor' ? t(name) : `${id} ${t(name)}`,
    said: points === null ? t(makeUp.missing) : showChange(points),
  }))
  const total = {
    ...{ label: t(words.total), kind: 'total' as const, from: 0, to: result.total ?? 0 },
    said: result.total === null ? t(makeUp.missing) : shown(result.total),
  }
  return {
    title: t(makeUp.title),
    content: [
      printTable(parts, [
        { head: t(words.part), cell: ({ text }) => t(text) },
        { head: t(words.points), cell: ({ value }) => shown(value), number: true },
        { head: t(words.most), cell: ({ most }) => most, number: true },
      ]),
      waterfallChart([...steps, total], t(makeUp.title)),
    ],
  }
}

interface Weighted {
  id: string
  name: SectionSource['scheme']['name']
  weight: number
}

function dimensionSection({ scheme, result, t }: SectionSource): Section {
  const scored = scheme.dimensions.filter(({ kind }) => kind !== 'deduction')
  const bars = scored.map(({ id, name, kind }) => ({
    label: `${id} ${t(name)}`,
    score: result.dimensions[id] ?? null,
    interval: kind === 'subjective' ? result.uncertainty?.subjective.interval : null,
  }))
  const scores = ({ id }: Weighted) => result.dimensions[id]
  return {
    title: t(words.dimensions),
    content: [barChart(bars, t(words.dimensions)), weightedTable(scored, scores, t)],
  }
}

function indicatorSection({ scheme, result, t }: SectionSource): Section {
  const indicators = scheme.dimensions.flatMap(({ kind, indicators }) => (kind === 'deduction' ? [] : indicators))
  return {
    title: t(words.indicators),
    content: [weightedTable(indicators, ({ id }) => result.indicators[id], t)],
  }
}

/** Elements with their weights, scores, and what these bring to the total. */
const weightedTable = <Row extends Weighted>(
  rows: readonly Row[],
  scoreOf: (row: Row) => number | null | undefined,
  t: SectionSource['t'],
) => {
  const added = (row: Row) => {
    const score = scoreOf(row)
    return score == null ? null : (score * row.weight) / 100
  }
  const columns: Column<Row>[] = [
    { head: t(words.name), cell: named(t) },
    { head: t(words.weight), cell: ({ weight }) => `${weight}%`, number: true },
    { head: t(words.score), cell: (row) => shown(scoreOf(row)), number: true },
    { head: t(words.contribution), cell: (row) => shown(added(row)), number: true },
  ]
  return printTable(rows, columns)
}

function itemSection({ scheme, result, t }: SectionSource): Section {
  const items = scheme.dimensions.flatMap(({ kind, indicators }) =>
    kind === 'subjective' ? [] : indicators.flatMap((indicator) => indicator.items),
  )
  const sign = ({ kind }: (typeof items)[number], points: number | null | undefined) =>
    kind === 'deduction' && points !== 0 ? '-' : ''
  const pointsOf = (item: (typeof items)[number]) =>
    item.kind === 'deduction' ? result.deductions.items[item.id] : result.items[item.id]
  return {
    title: t(words.items),
    content: [
      printTable(items, [
        { head: t(words.name), cell: named(t) },
        {
          head: t(words.points),
          cell: (item) =>
            pointsOf(item) == null ? shown(null) : `${sign(item, pointsOf(item))}${shown(pointsOf(item))}`,
          number: true,
        },
        { head: t(words.most), cell: (item) => `${sign(item, null)}${mostOf(item)}`, number: true },
      ]),
    ],
  }
}

/** Around a circle, over the mean and the best of the group where there is one. */
function comparisonSection({ scheme, result, compared, t }: SectionSource): Section {
  const others = compared !== null && compared.regions > 1 ? compared : null
  const profiles = scheme.dimensions
    .filter(({ kind }) => kind !== 'deduction')
    .map(({ id, name }) => {
      const line = others?.lines.find((one) => one.id === id)
      return {
        label: `${id} ${t(name)}`,
        own: result.dimensions[id] ?? null,
        mean: line?.mean ?? null,
        best: line?.best?.score ?? null,
      }
    })
  const names = { own: t(comparison.own), mean: t(comparison.mean), best: t(comparison.best) }
  return {
    title: t(comparison.title),
    content: [
      html`<p>${others ? t(words.compared, { n: others.regions }) : t(comparison.alone)}</p>`,
      radarChart(profiles, names, t(comparison.title)),
      others !== null &&
        printTable(
          others.lines.filter(({ kind }) => kind !== 'indicator'),
          [
            { head: t(words.name), cell: ({ id, name, kind }) => (kind === 'total' ? t(name) : `${id} ${t(name)}`) },
            { head: names.own, cell: ({ own }) => shown(own), number: true },
            { head: names.mean, cell: ({ mean }) => shown(mean), number: true },
            {
              head: names.best,
              cell: ({ best }) => (best ? `${shown(best.score)} ${t(best.name)}` : shown(null)),
              number: true,
            },
          ],
        ),
    ],
  }
}
