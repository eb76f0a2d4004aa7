import { disclosureOf, intervalShort } from '../../scoring/subjective/disclosure.ts'
import { groupFlagText, suppressionText } from '../../scoring/subjective/groupText.ts'
import { html } from '../resident/page/html.ts'
import { matrix } from '../text/consoleAnalysis.ts'
import { showCount } from '../text/numbers.ts'
import { printed as words } from '../text/printed.ts'
import { barChart } from './bars.ts'
import { between, shown } from './printedResult.ts'
import { quadrantChart } from './quadrants.ts'
import type { Section, SectionSource } from './section.ts'
import { printTable } from './table.ts'

/** What residents said: dimensions and questions, groups, what they want improved, who they are, other choices. */
export const surveySections = (source: SectionSource): Section[] => [
  estimateSection(source),
  ...groupSections(source),
  importanceSection(source),
  sampleSection(source),
  sensitivitySection(source),
]

function estimateSection({ survey, fieldwork, t }: SectionSource): Section {
  const title = t(words.survey)
  if (!survey) return { title, content: [html`<p>${t(words.imported)}</p>`] }
  const bars = survey.dimensions.map(({ code, label, score, interval }) => ({
    label: `${code} ${t(label)}`,
    score,
    interval,
  }))
  const variables = (fieldwork?.shares ?? []).map(({ label }) => label)
  const rows = [...survey.dimensions, ...survey.items.map((item) => ({ ...item, code: item.name }))]
  return {
    title,
    content: [
      html`<p>${t(disclosureOf(survey, variables))}</p>`,
      barChart(bars, title),
      printTable(rows, [
        { head: t(words.name), cell: ({ code, label }) => `${code} ${t(label)}` },
        { head: t(words.score), cell: ({ score }) => shown(score), number: true },
        { head: t(intervalShort[survey.kind]), cell: ({ interval }) => between(interval), number: true },
        { head: t(words.people), cell: ({ n }) => String(n), number: true },
      ]),
    ],
  }
}

/** A table a variable; of a group that must not be shown stands why. */
const groupSections = ({ fieldwork, survey, t }: SectionSource): Section[] =>
  (fieldwork?.groups ?? []).map(({ label, groups }) => ({
    title: `${t(words.groups)} · ${t(label)}`,
    content: [
      printTable(groups, [
        { head: t(words.name), cell: (group) => t(group.label) },
        { head: t(words.responses), cell: ({ n }) => showCount(n), number: true },
        { head: t(words.score), cell: ({ score }) => shown(score), number: true },
        {
          head: t(intervalShort[survey?.kind ?? 'model']),
          cell: ({ interval }) => between(interval),
          number: true,
        },
        {
          head: t(words.remark),
          cell: ({ suppressed, flags }) =>
            [...(suppressed ? [suppressionText[suppressed]] : []), ...flags.map((flag) => groupFlagText[flag])]
              .map((text) => t(text))
              .join(' '),
        },
      ]),
    ],
  }))

function importanceSection({ fieldwork, t }: SectionSource): Section {
  const found = fieldwork?.importance
  const title = t(matrix.title)
  if (!found || found.points.length === 0) return { title, content: [] }
  const { people, middle, points } = found
  return {
    title,
    content: [
      html`<p>${t(matrix.explain)} ${t(matrix.people, { n: showCount(people) })}</p>`,
      quadrantChart(
        points.map(({ code, satisfaction, importance }) => ({ label: code, x: satisfaction, y: importance })),
        { x: middle.satisfaction, y: middle.importance },
        { x: t(matrix.satisfaction), y: `${t(matrix.importance)} (%)` },
        title,
      ),
      printTable(
        points.toSorted((a, b) => b.importance - a.importance),
        [
          { head: t(words.name), cell: ({ code, label }) => `${code} ${t(label)}` },
          { head: `${t(matrix.importance)} (%)`, cell: ({ importance }) => importance.toFixed(1), number: true },
          { head: t(matrix.satisfaction), cell: ({ satisfaction }) => shown(satisfaction), number: true },
          { head: t(words.quadrant), cell: ({ quadrant }) => t(matrix.quadrants[quadrant]) },
        ],
      ),
    ],
  }
}

function sampleSection({ fieldwork, t }: SectionSource): Section {
  const rows = (fieldwork?.shares ?? []).flatMap(({ label, categories }) =>
    categories.map((one) => ({ ...one, variable: label })),
  )
  const percent = (share: number) => `${(100 * share).toFixed(1)}%`
  return {
    title: t(words.sample),
    content: [
      printTable(rows, [
        { head: t(words.name), cell: ({ variable, label }) => `${t(variable)} · ${t(label)}` },
        { head: t(words.responses), cell: ({ sample }) => showCount(sample), number: true },
        { head: t(words.sampleShare), cell: ({ sampleShare }) => percent(sampleShare), number: true },
        { head: t(words.populationShare), cell: ({ populationShare }) => percent(populationShare), number: true },
      ]),
    ],
  }
}

const sensitivitySection = ({ fieldwork, t }: SectionSource): Section => ({
  title: t(words.sensitivity),
  content: [
    printTable(fieldwork?.alternatives ?? [], [
      { head: t(words.method), cell: ({ label }) => t(label) },
      { head: t(words.score), cell: ({ score }) => shown(score), number: true },
    ]),
  ],
})
