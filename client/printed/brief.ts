import { weakPointsOf } from '../../scoring/analysis/weakPoints.ts'
import { schemes } from '../../scoring/standard/schemes.ts'
import { disclosureOf, intervalName } from '../../scoring/subjective/disclosure.ts'
import type { Text } from '../../scoring/text.ts'
import { labelWidth } from '../charts/labelWidth.ts'
import { palette } from '../charts/palette.ts'
import { type Html, html } from '../resident/page/html.ts'
import { say } from '../resident/page/say.ts'
import { printed as words } from '../text/printed.ts'
import { type Bar, barLines, barsHeight, barsWidth, shortened } from './bars.ts'
import { between, type PrintedResult, shown, versionWords } from './printedResult.ts'

/** A4 at 96 dots an inch. */
const page = { width: 794, height: 1123 }
const left = (page.width - barsWidth) / 2
const fonts = "'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif"

/**
 * A result on one page as a picture (SVG): total and what it is made of, dimensions, what to mend first and who answers
 * for it, how the sample came about. The reader's browser makes a PNG of it, by fonts that write Chinese; a server need
 * not have any.
 * @throws {RangeError} where the data have errors and there is no result
 */
export function briefSvg({ evaluation, document, departments, fieldwork, language }: PrintedResult): string {
  const t = (text: Text, values: Record<string, string | number> = {}) => say(language, text, values)
  const [outcome] = document.regions
  if (!outcome?.result) throw new RangeError('a brief needs a result')
  const { result, survey } = outcome
  const scheme = schemes[document.scheme]
  const bars = scheme.dimensions
    .filter(({ kind }) => kind !== 'deduction')
    .map(
      ({ id, name, kind }): Bar => ({
        label: `${id} ${t(name)}`,
        score: result.dimensions[id] ?? null,
        interval: kind === 'subjective' ? result.uncertainty?.subjective.interval : null,
      }),
    )
  const weak = weakPointsOf(scheme, result, survey).slice(0, 8)
  const spread = result.uncertainty?.total
  const kind = result.uncertainty?.subjective.kind ?? 'model'
  const note = survey
    ? disclosureOf(
        survey,
        (fieldwork?.shares ?? []).map(({ label }) => label),
      )
    : words.imported
  const weakTop = 350 + barsHeight(bars) + 30
  const text = (x: number, y: number, size: number, content: string, more = html``): Html =>
    html`<text x="${x}" y="${y}" font-size="${size}"${more}>${content}</text>`
  const middle = html` text-anchor="middle"`
  const end = html` text-anchor="end"`
  const soft = html` fill="${palette.muted}"`
  const parts: [Text, number | null][] = [
    [words.objective, result.objective],
    [words.subjective, result.subjective],
    [words.deductions, result.deductions.total === null ? null : -result.deductions.total],
  ]
  const interval = spread ? `${t(intervalName[kind])} ${between(spread.interval)}` : ''
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}" height="${page.height}" viewBox="0 0 ${page.width} ${page.height}" font-family="${fonts}" fill="${palette.ink}" lang="${language}">
<rect width="${page.width}" height="${page.height}" fill="#fff"/>
${text(397, 64, 28, shortened(t(evaluation.region.name), 320), html` text-anchor="middle" font-weight="bold"`)}
${text(397, 94, 15, shortened(`${t(words.title)} · ${t(evaluation.roundName)}`, 640), middle)}
${text(397, 118, 12, shortened(`${document.standard} · ${t(scheme.name)} · ${t(...versionWords(document, words, language))}`, 700), html` text-anchor="middle" fill="${palette.muted}"`)}
${document.madeUp && text(397, 142, 14, t(words.madeUp), html` text-anchor="middle" fill="${palette.bad}" font-weight="bold"`)}
${text(397, 206, 52, result.total === null ? between(result.bounds.total) : shown(result.total), html` text-anchor="middle" fill="${palette.main}" font-weight="bold"`)}
${text(397, 232, 13, result.total === null ? t(words.bounds) : `${t(words.total)} ${interval && `· ${interval}`}`, middle)}
${parts.map(([name, value], at) => [text(157 + at * 240, 268, 13, t(name), middle), text(157 + at * 240, 294, 20, shown(value), middle)])}
${text(left, 334, 15, t(words.dimensions), html` font-weight="bold"`)}
<g transform="translate(${left} 0)">${barLines(bars, 346)}</g>
${text(left, weakTop, 15, t(words.weak), html` font-weight="bold"`)}
${text(page.width - left, weakTop, 12, t(words.recoverable), html` text-anchor="end" fill="${palette.muted}"`)}
${weak.map(({ id, name, recoverable }, at) => {
  const y = weakTop + 26 + at * 24
  return [
    text(left, y, 13, shortened(`${id} ${t(name)}`, 370)),
    text(left + 400, y, 13, shortened(departments[id] ?? '—', 220), soft),
    text(page.width - left, y, 13, shown(recoverable), end),
  ]
})}
${linesOf(t(note), 690).map((line, at) => text(left, weakTop + 250 + at * 17, 11, line, soft))}
${'contentHash' in document && text(left, page.height - 28, 9, t(words.hash, { hash: document.contentHash }), soft)}
</svg>`.html
}

/** A text in lines of about so many pixels at 13; words of Latin letters stay whole. */
function linesOf(text: string, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(/[\x21-\u02ff]+\s*|[^\x21-\u02ff]/g) ?? []) {
    if (labelWidth(line + piece) > most * 1.15) {
      lines.push(line)
      line = ''
    }
    line += piece
  }
  return [...lines, line]
}
