import { labelWidth } from '../charts/labelWidth.ts'
import { palette } from '../charts/palette.ts'
import { type Html, html } from '../resident/page/html.ts'

export interface Bar {
  label: string
  /** 0–100; null: not known. */
  score: number | null
  interval?: readonly [number, number] | null | undefined
}

const width = 720
const height = 26
const labels = 250
const scale = (score: number) => labels + (Math.min(100, Math.max(0, score)) / 100) * (width - labels - 60)

/** Scores of 0–100 as bars with their intervals, as the lines of an SVG from `top` on. */
export const barLines = (bars: readonly Bar[], top: number): Html[] => [
  ...[0, 25, 50, 75, 100].map(
    (tick) =>
      html`<line x1="${scale(tick)}" x2="${scale(tick)}" y1="${top}" y2="${top + bars.length * height}" stroke="${palette.line}"/><text x="${scale(tick)}" y="${top + bars.length * height + 14}" font-size="11" text-anchor="middle" fill="${palette.muted}">${tick}</text>`,
  ),
  ...bars.map(({ label, score, interval }, at) => {
    const y = top + at * height
    return html`<text x="${labels - 8}" y="${y + 17}" font-size="13" text-anchor="end" fill="${palette.ink}">${shortened(label, labels - 16)}</text>
${score !== null && html`<rect x="${labels}" y="${y + 5}" width="${scale(score) - labels}" height="16" fill="${palette.main}"/>`}
${interval && whisker(interval, y + 13)}<text x="${width}" y="${y + 17}" font-size="13" text-anchor="end" fill="${palette.ink}">${score === null ? '—' : score.toFixed(2)}</text>`
  }),
]

export const barsHeight = (bars: readonly Bar[]): number => bars.length * height + 22
export const barsWidth = width

/** The same as a picture of its own. */
export const barChart = (bars: readonly Bar[], name: string): Html =>
  html`<figure><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${barsHeight(bars)}" role="img" aria-label="${name}">${barLines(bars, 0)}</svg></figure>`

function whisker([low, high]: readonly [number, number], y: number): Html {
  const [from, to] = [scale(low), scale(high)]
  return html`<path d="M${from} ${y}H${to}M${from} ${y - 4}v8M${to} ${y - 4}v8" stroke="${palette.warm}" stroke-width="1.6"/>`
}

/** Cut to what fits, about so many pixels, with an ellipsis. */
export function shortened(label: string, most: number): string {
  if (labelWidth(label) <= most) return label
  let cut = label
  while (cut !== '' && labelWidth(`${cut}…`) > most) cut = cut.slice(0, -1)
  return `${cut}…`
}
