import { palette } from '../charts/palette.ts'
import { type WaterfallStep, waterfallColours } from '../charts/waterfall.ts'
import { type Html, html } from '../resident/page/html.ts'
import { barsWidth, shortened } from './bars.ts'

const height = 24
const labels = 220
const beside = 62

/** Steps from 0 to the total, each beginning where the last one ended. */
export function waterfallChart(steps: readonly WaterfallStep[], name: string): Html {
  const ends = steps.flatMap(({ from, to }) => [from, to])
  const [least, most] = [Math.min(0, ...ends), Math.max(10, ...ends)]
  const scale = (points: number) => labels + ((points - least) / (most - least)) * (barsWidth - labels - beside)
  const bottom = steps.length * height
  return html`<figure><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${barsWidth} ${bottom + 4}" role="img" aria-label="${name}">
<path d="M${scale(0)} 0V${bottom}" stroke="${palette.muted}"/>
${steps.map(({ label, kind, from, to, said }, at) => {
  const y = at * height
  const [left, right] = [scale(Math.min(from, to)), scale(Math.max(from, to))]
  return html`<text x="${labels - 8}" y="${y + 16}" font-size="12.5" text-anchor="end" fill="${palette.ink}">${shortened(label, labels - 12)}</text>
<rect x="${left}" y="${y + 4}" width="${Math.max(right - left, 1)}" height="15" fill="${waterfallColours[kind]}"/>
${kind !== 'total' && html`<path d="M${scale(to)} ${y + 19}v${height - 15}" stroke="${palette.muted}" stroke-dasharray="2 2"/>`}
<text x="${right + 5}" y="${y + 16}" font-size="12.5" fill="${palette.ink}">${said}</text>`
})}</svg></figure>`
}
