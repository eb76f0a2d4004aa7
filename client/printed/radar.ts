import { labelWidth } from '../charts/labelWidth.ts'
import { palette } from '../charts/palette.ts'
import { type Html, html } from '../resident/page/html.ts'
import { barsWidth, shortened } from './bars.ts'

export interface PrintedProfile {
  label: string
  /** 0–100 each; null: not known. */
  own: number | null
  mean: number | null
  best: number | null
}

const height = 330
const middle = { x: barsWidth / 2, y: 152 }
const radius = 112

/** One region's scores around a circle, over the mean and the best of its group. */
export function radarChart(
  profiles: readonly PrintedProfile[],
  names: { own: string; mean: string; best: string },
  name: string,
): Html {
  const place = (at: number, score: number) => {
    const angle = (2 * Math.PI * at) / profiles.length - Math.PI / 2
    const distance = (radius * score) / 100
    return { x: middle.x + distance * Math.cos(angle), y: middle.y + distance * Math.sin(angle) }
  }
  const points = (scores: readonly (number | null)[]) =>
    scores
      .map((score, at) =>
        Object.values(place(at, score ?? 0))
          .map(rounded)
          .join(','),
      )
      .join(' ')
  const lines = [
    { key: 'best', colour: palette.good, dashes: '7 3', fill: 'none' },
    { key: 'mean', colour: palette.warm, dashes: '2 3', fill: 'none' },
    { key: 'own', colour: palette.main, dashes: '', fill: palette.mainSoft },
  ] as const
  // What is not known of anybody but the region itself has no line.
  const drawn = lines.filter(({ key }) => profiles.some((profile) => profile[key] !== null))
  const legend = drawn.map(({ key }) => labelWidth(names[key]) + 60)
  const start = (barsWidth - legend.reduce((sum, width) => sum + width, 0)) / 2
  return html`<figure><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${barsWidth} ${height}" role="img" aria-label="${name}">
${[25, 50, 75, 100].map((ring) => html`<polygon points="${points(profiles.map(() => ring))}" fill="none" stroke="${palette.line}"/><text x="${middle.x + 3}" y="${middle.y - (radius * ring) / 100 + 10}" font-size="9" fill="${palette.muted}">${ring}</text>`)}
${profiles.map(({ label }, at) => {
  const [end, text] = [place(at, 100), place(at, 112)]
  const side = Math.abs(text.x - middle.x) < 8 ? 'middle' : text.x > middle.x ? 'start' : 'end'
  return html`<path d="M${middle.x} ${middle.y}L${rounded(end.x)} ${rounded(end.y)}" stroke="${palette.line}"/><text x="${rounded(text.x)}" y="${rounded(text.y + 4)}" font-size="12" text-anchor="${side}" fill="${palette.ink}">${shortened(label, 210)}</text>`
})}
${drawn.map(({ key, colour, dashes, fill }) => html`<polygon points="${points(profiles.map((profile) => profile[key]))}" fill="${fill}" fill-opacity="0.35" stroke="${colour}" stroke-width="2" stroke-dasharray="${dashes}"/>`)}
${drawn.map(({ key, colour, dashes }, at) => {
  const x = start + legend.slice(0, at).reduce((sum, width) => sum + width, 0)
  return html`<path d="M${x} ${height - 12}h28" stroke="${colour}" stroke-width="2" stroke-dasharray="${dashes}"/><text x="${x + 34}" y="${height - 8}" font-size="12" fill="${palette.ink}">${names[key]}</text>`
})}</svg></figure>`
}

const rounded = (value: number): number => Math.round(value * 10) / 10
