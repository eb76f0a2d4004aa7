import { perceptionGapsOf } from '../../scoring/analysis/perceptionGap.ts'
import { weakPointsOf } from '../../scoring/analysis/weakPoints.ts'
import { html } from '../resident/page/html.ts'
import { gaps as gapWords } from '../text/consoleResults.ts'
import { printed as words } from '../text/printed.ts'
import { shown } from './printedResult.ts'
import { quadrantChart } from './quadrants.ts'
import { named, type Section, type SectionSource } from './section.ts'
import { printTable } from './table.ts'

const weakShown = 20

/** Where facts and perception part, what to mend first and who answers for it, what is missing, what was decided. */
export const weakSections = (source: SectionSource): Section[] => [
  gapSection(source),
  weakSection(source),
  ...noteSections(source),
]

function gapSection({ scheme, result, survey, t }: SectionSource): Section {
  const { gaps, middle } = perceptionGapsOf(scheme, result, survey?.items ?? [])
  const title = t(words.gaps)
  if (gaps.length === 0) return { title, content: [] }
  return {
    title,
    content: [
      html`<p>${t(words.gapsCaution)}</p>`,
      quadrantChart(
        gaps.map(({ part, objective, perceived }) => ({ label: part.id, x: objective, y: perceived })),
        { x: middle.objective, y: middle.perceived },
        { x: t(words.objective), y: t(words.perceived) },
        title,
      ),
      printTable(gaps, [
        { head: t(words.name), cell: ({ part }) => named(t)(part) },
        { head: t(words.objective), cell: ({ objective }) => shown(objective), number: true },
        { head: t(words.perceived), cell: ({ perceived }) => shown(perceived), number: true },
        { head: t(words.quadrant), cell: ({ quadrant }) => t(gapWords.quadrants[quadrant]) },
      ]),
    ],
  }
}

function weakSection({ scheme, result, survey, departments, t }: SectionSource): Section {
  const weak = weakPointsOf(scheme, result, survey).slice(0, weakShown)
  return {
    title: t(words.weak),
    content: [
      printTable(weak, [
        { head: t(words.name), cell: named(t) },
        { head: t(words.department), cell: ({ id }) => departments[id] ?? '—' },
        { head: t(words.score), cell: ({ score, best }) => `${best === 0 ? '-' : ''}${shown(score)}`, number: true },
        { head: t(words.recoverable), cell: ({ recoverable }) => shown(recoverable), number: true },
      ]),
    ],
  }
}

function noteSections({ fieldwork, survey, result, t }: SectionSource): Section[] {
  const notes = [...(fieldwork?.decisions ?? []), ...(survey?.cautions ?? []).map(({ text }) => text)]
  return [
    {
      title: t(words.missing),
      content: [result.missing.length > 0 && html`<p>${result.missing.join('、')}</p>`],
    },
    {
      title: t(words.decisions),
      content: [notes.length > 0 && html`<ul>${notes.map((note) => html`<li>${t(note)}</li>`)}</ul>`],
    },
  ]
}
