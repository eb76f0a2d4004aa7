import { perceptionGapsOf } from '../../scoring/analysis/perceptionGap.ts'
import { weakPointsOf } from '../../scoring/analysis/weakPoints.ts'
import { schemes } from '../../scoring/standard/schemes.ts'
import type { Text } from '../../scoring/text.ts'
import type { RegionResult } from '../../server/shapes/evaluation.ts'
import { type Html, html, trusted } from '../resident/page/html.ts'
import { langOf, say } from '../resident/page/say.ts'
import { printed as words } from '../text/printed.ts'
import { barChart } from './bars.ts'
import styles from './printed.css?inline'
import { between, type PrintedResult, shown, versionWords } from './printedResult.ts'
import { type Column, printTable } from './table.ts'

const weakShown = 20

/**
 * A result as a page to be printed or kept as PDF: A4, headed and numbered where the browser can (CSS page margin
 * boxes), charts as SVG, no navigation.
 * @throws {RangeError} where the data have errors and there is no result
 */
export function renderPrintPage(page: PrintedResult & { nonce: string }): string {
  const { evaluation, document, fieldwork, departments, language, nonce } = page
  const t = (text: Text, values: Record<string, string | number> = {}) => say(language, text, values)
  const [outcome] = document.regions
  if (!outcome?.result) throw new RangeError('a printed page needs a result')
  const { result, survey } = outcome
  const scheme = schemes[document.scheme]
  const scored = scheme.dimensions.filter(({ kind }) => kind !== 'deduction')
  const name = t(evaluation.region.name)
  const head = `${name} · ${t(words.title)}${document.madeUp ? ` · ${t(words.madeUp)}` : ''}`
  const table = <Row>(rows: readonly Row[], ...columns: Column<Row>[]) => printTable(rows, columns)
  const added = (score: number | null | undefined, weight: number) =>
    shown(score == null ? null : (score * weight) / 100)
  const parts = [
    { text: words.objective, value: result.objective, most: '60' },
    { text: words.subjective, value: result.subjective, most: '40' },
    { text: words.deductions, value: result.deductions.total === null ? null : -result.deductions.total, most: '-8' },
    { text: words.total, value: result.total, most: '100' },
  ]
  const gaps = perceptionGapsOf(scheme, result, survey?.items ?? []).gaps
  const weak = weakPointsOf(scheme, result, survey).slice(0, weakShown)
  const estimates = [
    ...(survey?.dimensions ?? []).map((one) => ({ ...one, code: one.code })),
    ...(survey?.items ?? []).map((one) => ({ ...one, code: one.name })),
  ]
  const notes = [...(fieldwork?.decisions ?? []), ...(survey?.cautions ?? []).map(({ text }) => text)]
  const whole = html`<!doctype html>
<html lang="${langOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${name} · ${t(words.title)}</title>
<style nonce="${nonce}">${trusted(styles)}@page{@top-center{content:"${trusted(cssText(head))}";font-size:9pt;color:#475467}@bottom-center{content:counter(page) " / " counter(pages);font-size:9pt}}</style></head>
<body><main><button type="button">${t(words.print)}</button>
<h1>${name}</h1><p class="under">${t(words.title)} · ${t(evaluation.roundName)}<br>${document.standard} · ${t(scheme.name)} · ${t(...versionWords(document, words))}</p>
${document.madeUp && html`<p class="mark">${t(words.madeUp)}</p>`}
<p class="total"><strong>${result.total === null ? between(result.bounds.total) : shown(result.total)}</strong><br>${totalWords(result, t)}</p>
${table(parts, { head: t(words.part), cell: ({ text }) => t(text) }, { head: t(words.points), cell: ({ value }) => shown(value), number: true }, { head: t(words.most), cell: ({ most }) => most, number: true })}
<h2>${t(words.dimensions)}</h2>
${barChart(
  scored.map(({ id, name, kind }) => ({
    label: `${id} ${t(name)}`,
    score: result.dimensions[id] ?? null,
    interval: kind === 'subjective' ? result.uncertainty?.subjective.interval : null,
  })),
  t(words.dimensions),
)}
${table(scored, { head: t(words.name), cell: ({ id, name }) => `${id} ${t(name)}` }, { head: t(words.weight), cell: ({ weight }) => `${weight}%`, number: true }, { head: t(words.score), cell: ({ id }) => shown(result.dimensions[id]), number: true }, { head: t(words.contribution), cell: ({ id, weight }) => added(result.dimensions[id], weight), number: true })}
<h2>${t(words.indicators)}</h2>
${table(
  scored.flatMap(({ indicators }) => indicators),
  { head: t(words.name), cell: ({ id, name }) => `${id} ${t(name)}` },
  { head: t(words.weight), cell: ({ weight }) => `${weight}%`, number: true },
  { head: t(words.score), cell: ({ id }) => shown(result.indicators[id]), number: true },
  { head: t(words.contribution), cell: ({ id, weight }) => added(result.indicators[id], weight), number: true },
)}
<h2>${t(words.survey)}</h2>
${
  survey
    ? barChart(
        survey.dimensions.map(({ code, label, score, interval }) => ({
          label: `${code} ${t(label)}`,
          score,
          interval,
        })),
        t(words.survey),
      )
    : html`<p>${t(words.imported)}</p>`
}
${table(estimates, { head: t(words.name), cell: ({ code, label }) => `${code} ${t(label)}` }, { head: t(words.score), cell: ({ score }) => shown(score), number: true }, { head: t(words.interval), cell: ({ interval }) => between(interval), number: true }, { head: t(words.people), cell: ({ n }) => String(n), number: true })}
${section(
  t(words.sample),
  (fieldwork?.shares ?? []).length > 0 &&
    table(
      (fieldwork?.shares ?? []).flatMap(({ label, categories }) =>
        categories.map((one) => ({ ...one, variable: label })),
      ),
      { head: t(words.name), cell: ({ variable, label }) => `${t(variable)} · ${t(label)}` },
      { head: t(words.sampleShare), cell: ({ sampleShare }) => percent(sampleShare), number: true },
      { head: t(words.populationShare), cell: ({ populationShare }) => percent(populationShare), number: true },
    ),
)}
${section(t(words.gaps), gaps.length > 0 && html`<p>${t(words.gapsCaution)}</p>${table(gaps, { head: t(words.name), cell: ({ part }) => `${part.id} ${t(part.name)}` }, { head: t(words.objective), cell: ({ objective }) => shown(objective), number: true }, { head: t(words.perceived), cell: ({ perceived }) => shown(perceived), number: true })}`)}
${section(t(words.weak), weak.length > 0 && table(weak, { head: t(words.name), cell: ({ id, name }) => `${id} ${t(name)}` }, { head: t(words.department), cell: ({ id }) => departments[id] ?? '—' }, { head: t(words.score), cell: ({ score, best }) => `${best === 0 ? '-' : ''}${shown(score)}`, number: true }, { head: t(words.recoverable), cell: ({ recoverable }) => shown(recoverable), number: true }))}
${section(t(words.sensitivity), (fieldwork?.alternatives ?? []).length > 0 && table(fieldwork?.alternatives ?? [], { head: t(words.method), cell: ({ label }) => t(label) }, { head: t(words.score), cell: ({ score }) => shown(score), number: true }))}
${section(t(words.missing), result.missing.length > 0 && html`<p>${result.missing.join('、')}</p>`)}
${section(t(words.decisions), notes.length > 0 && html`<ul>${notes.map((note) => html`<li>${t(note)}</li>`)}</ul>`)}
<p class="soft">${t(words.rest)}${'contentHash' in document && html`<br>${t(words.hash, { hash: document.contentHash })}`}</p></main>
<script nonce="${nonce}">document.querySelector('button').addEventListener('click', () => print())</script></body></html>`
  return whole.html
}

type Translate = (text: Text, values?: Record<string, string | number>) => string

function totalWords({ total, uncertainty }: RegionResult, t: Translate): string {
  if (total === null) return `${t(words.total)} · ${t(words.bounds)}`
  const spread = uncertainty?.total
  return spread
    ? `${t(words.total)} · ${t(words.interval)} ${between(spread.interval)} · ${t(words.onlySurvey)}`
    : t(words.total)
}

const section = (title: string, content: Html | false): Html | false => content && html`<h2>${title}</h2>${content}`

const percent = (share: number | null) => (share === null ? '—' : `${(100 * share).toFixed(1)}%`)

/** A text within a CSS string; everything but letters, digits and spaces as an escape. */
const cssText = (text: string): string =>
  text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)
