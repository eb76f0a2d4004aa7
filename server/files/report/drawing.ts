import type { Colour, Picture } from './png.ts'

export interface Point {
  x: number
  y: number
}

/** How a line is drawn; lengths in pixels. */
export interface Pen {
  colour: Colour
  width: number
  /** Drawn, then left out, in turn; absent: one stroke. */
  dash?: readonly [number, number]
}

/** Through all points, with soft edges. */
export function drawLine(picture: Picture, points: readonly Point[], { colour, width, dash }: Pen): void {
  let drawn = 0
  for (const [at, to] of points.slice(1).entries()) {
    const from = points[at] ?? to
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    if (length === 0) continue
    const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length }
    const reach = width / 2 + 1
    for (let y = Math.floor(Math.min(from.y, to.y) - reach); y <= Math.max(from.y, to.y) + reach; y++)
      for (let x = Math.floor(Math.min(from.x, to.x) - reach); x <= Math.max(from.x, to.x) + reach; x++) {
        const [dx, dy] = [x + 0.5 - from.x, y + 0.5 - from.y]
        const place = Math.min(length, Math.max(0, dx * along.x + dy * along.y))
        if (dash && (drawn + place) % (dash[0] + dash[1]) > dash[0]) continue
        const distance = Math.hypot(dx - place * along.x, dy - place * along.y)
        blend(picture, x, y, colour, Math.min(1, width / 2 + 0.5 - distance))
      }
    drawn += length
  }
}

/** What lies within the points, lightly. */
export function fillShape(picture: Picture, points: readonly Point[], colour: Colour, strength: number): void {
  for (let y = 0; y < picture.height; y++) {
    const middle = y + 0.5
    const crossings = points
      .flatMap((from, at) => {
        const to = points[(at + 1) % points.length] ?? from
        if (from.y <= middle === to.y <= middle) return []
        return [from.x + ((middle - from.y) / (to.y - from.y)) * (to.x - from.x)]
      })
      .sort((a, b) => a - b)
    for (let pair = 0; pair + 1 < crossings.length; pair += 2)
      for (let x = Math.round(crossings[pair] ?? 0); x < Math.round(crossings[pair + 1] ?? 0); x++)
        blend(picture, x, y, colour, strength)
  }
}

function blend({ width, height, pixels }: Picture, x: number, y: number, colour: Colour, strength: number): void {
  if (strength <= 0 || x < 0 || y < 0 || x >= width || y >= height) return
  const at = (y * width + x) * 3
  for (let channel = 0; channel < 3; channel++) {
    const before = pixels[at + channel]!
    pixels[at + channel] = Math.round(before + (colour[channel]! - before) * strength)
  }
}

/** Strokes on a grid of four by six: a server need not have any font. */
const strokes: Record<string, string> = {
  0: '1,0 3,0 4,1 4,5 3,6 1,6 0,5 0,1 1,0',
  1: '0.6,1.2 2.2,0 2.2,6',
  2: '0,1.2 1,0 3,0 4,1 4,2.2 0,6 4,6',
  3: '0,0.8 1,0 3,0 4,1 4,2 3,2.8 1.6,2.8 3,2.8 4,3.8 4,5 3,6 1,6 0,5.2',
  4: '3,6 3,0 0,4.2 4,4.2',
  5: '3.8,0 0.4,0 0,2.8 1,2.2 3,2.2 4,3.3 4,5 3,6 1,6 0,5.2',
  6: '3.6,0.5 2.6,0 1.2,0.4 0,2.4 0,5 1,6 3,6 4,5 4,3.5 3,2.5 1,2.5 0,3.5',
  7: '0,0 4,0 1.6,6',
  8: '1,2.9 0.2,2 0.2,1 1,0 3,0 3.8,1 3.8,2 3,2.9 1,2.9 0,3.9 0,5 1,6 3,6 4,5 4,3.9 3,2.9',
  9: '0.4,5.5 1.4,6 2.8,5.6 4,3.6 4,1 3,0 1,0 0,1 0,2.5 1,3.5 3,3.5 4,2.5',
  L: '0,0 0,6 4,6',
}

/** Digits and the letter L, around a point. */
export function drawText(picture: Picture, text: string, middle: Point, { size, pen }: { size: number; pen: Pen }) {
  const unit = size / 6
  const advance = 5.6 * unit
  const left = middle.x - (text.length * advance - 1.6 * unit) / 2
  for (const [at, letter] of [...text].entries()) {
    const points = (strokes[letter] ?? '').split(' ').map((point) => {
      const [x = 0, y = 0] = point.split(',').map(Number)
      return { x: left + at * advance + x * unit, y: middle.y + (y - 3) * unit }
    })
    drawLine(picture, points, pen)
  }
}
