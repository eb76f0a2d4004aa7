import { schemes } from '../../scoring/standard/schemes.ts'
import { intervalShort } from '../../scoring/subjective/disclosure.ts'
import type { RegionResult } from '../../server/shapes/evaluation.ts'
import { html, trusted } from '../resident/page/html.ts'
import { langOf, say } from '../resident/page/say.ts'
import { printed as words } from '../text/printed.ts'
import styles from './printed.css?inline'
import { between, type PrintedResult, shown, versionWords } from './printedResult.ts'
import { scoreSections } from './scoreSections.ts'
import { type Translate, writtenSections } from './section.ts'
import { surveySections } from './surveySections.ts'
import { weakSections } from './weakSections.ts'

/**
 * A result as a page to be printed or kept as PDF: A4, headed and numbered where the browser can (CSS page margin
 * boxes), charts as SVG, no navigation.
 * @throws {RangeError} where the data have errors and there is no result
 */
export function renderPrintPage(page: PrintedResult & { nonce: string }): string {
  const { evaluation, document, language, nonce } = page
  const t: Translate = (text, values = {}) => say(language, text, values)
  const [outcome] = document.regions
  if (!outcome?.result) throw new RangeError('a printed page needs a result')
  const { result, survey } = outcome
  const source = { ...page, scheme: schemes[document.scheme], result, survey, t }
  const name = t(evaluation.region.name)
  const head = `${name} · ${t(words.title)}${document.madeUp ? ` · ${t(words.madeUp)}` : ''}`
  const whole = html`<!doctype html>
<html lang="${langOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${name} · ${t(words.title)}</title>
<style nonce="${nonce}">${trusted(styles)}@page{@top-center{content:"${trusted(cssText(head))}";font-size:9pt;color:#475467}@bottom-center{content:counter(page) " / " counter(pages);font-size:9pt}}</style></head>
<body><main><button type="button">${t(words.print)}</button>
<h1>${name}</h1><p class="under">${t(words.title)} · ${t(evaluation.roundName)}<br>${document.standard} · ${t(source.scheme.name)} · ${t(...versionWords(document, words, language))}</p>
${document.madeUp && html`<p class="mark">${t(words.madeUp)}</p>`}
<p class="total"><strong>${result.total === null ? between(result.bounds.total) : shown(result.total)}</strong><br>${totalWords(result, t)}</p>
${writtenSections([...scoreSections(source), ...surveySections(source), ...weakSections(source)])}
<p class="soft">${t(words.rest)}${'contentHash' in document && html`<br>${t(words.hash, { hash: document.contentHash })}`}</p></main>
${trusted(`<script nonce="${nonce}">document.querySelector('button').addEventListener('click', () => print())</script>`)}</body></html>`
  return whole.html
}

function totalWords({ total, uncertainty }: RegionResult, t: Translate): string {
  if (total === null) return `${t(words.total)} · ${t(words.bounds)}`
  const spread = uncertainty?.total
  return spread
    ? `${t(words.total)} · ${t(intervalShort[uncertainty?.subjective.kind ?? 'model'])} ${between(spread.interval)} · ${t(words.onlySurvey)}`
    : t(words.total)
}

/** A text within a CSS string; everything but letters, digits and spaces as an escape. */
const cssText = (text: string): string =>
  text.replace(/[^\p{L}\p{N} ]/gu, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)
