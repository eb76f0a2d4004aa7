import { labelWidth } from '../charts/labelWidth.ts'
import { palette } from '../charts/palette.ts'
import { type Span, spanOf } from '../charts/span.ts'
import { type Html, html } from '../resident/page/html.ts'
import { barsWidth } from './bars.ts'

export interface PrintedPoint {
  label: string
  x: number
  y: number
}

const height = 320
const frame = { left: 60, right: barsWidth - 20, top: 12, bottom: height - 40 }

/** Points over two scales, with a line at the middle of each. */
export function quadrantChart(
  points: readonly PrintedPoint[],
  middle: { x: number; y: number },
  names: { x: string; y: string },
  name: string,
): Html {
  const [across, up] = [spanOf(points.map(({ x }) => x)), spanOf(points.map(({ y }) => y))]
  const x = (value: number) => frame.left + part(value, across) * (frame.right - frame.left)
  const y = (value: number) => frame.bottom - part(value, up) * (frame.bottom - frame.top)
  const text = (at: { x: number; y: number; anchor?: string }, size: number, words: string | number) =>
    html`<text x="${at.x}" y="${at.y}" font-size="${size}" text-anchor="${at.anchor ?? 'middle'}" fill="${palette.ink}">${words}</text>`
  return html`<figure><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${barsWidth} ${height}" role="img" aria-label="${name}">
<rect x="${frame.left}" y="${frame.top}" width="${frame.right - frame.left}" height="${frame.bottom - frame.top}" fill="none" stroke="${palette.muted}"/>
<path d="M${x(middle.x)} ${frame.top}V${frame.bottom}M${frame.left} ${y(middle.y)}H${frame.right}" stroke="${palette.warm}" stroke-dasharray="5 3"/>
${across.map((end, at) => text({ x: x(end), y: frame.bottom + 15, anchor: at === 0 ? 'start' : 'end' }, 11, end))}
${up.map((end, at) => text({ x: frame.left - 6, y: y(end) + (at === 0 ? 0 : 9), anchor: 'end' }, 11, end))}
${text({ x: (frame.left + frame.right) / 2, y: height - 8 }, 12, names.x)}
<text x="18" y="${(frame.top + frame.bottom) / 2}" font-size="12" text-anchor="middle" fill="${palette.ink}" transform="rotate(-90 18 ${(frame.top + frame.bottom) / 2})">${names.y}</text>
${points.map((point) => {
  // At the right edge the name stands on the left.
  const last = x(point.x) + labelWidth(point.label) > frame.right - 10
  return html`<circle cx="${x(point.x)}" cy="${y(point.y)}" r="4" fill="${palette.main}"/>${text({ x: x(point.x) + (last ? -7 : 7), y: y(point.y) + 4, anchor: last ? 'end' : 'start' }, 11, point.label)}`
})}</svg></figure>`
}

const part = (value: number, [from, to]: Span): number => (value - from) / (to - from)
