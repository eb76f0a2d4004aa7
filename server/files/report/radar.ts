import { drawLine, drawText, fillShape, type Pen, type Point } from './drawing.ts'
import { blank, type Colour, type Picture, png } from './png.ts'

/** One axis; scores 0–100, null: not known. */
export interface RadarAxis {
  /** Digits and the letter L, e.g. `L3`. */
  code: string
  own: number | null
  mean: number | null
  best: number | null
}

/** In pixels; twice as many as it is shown with, so that it prints well. */
export const radarSize = { width: 660, height: 600 }

const colours = {
  paper: [255, 255, 255],
  grid: [200, 206, 214],
  soft: [102, 112, 133],
  ink: [31, 42, 55],
} as const

/** As the console and the page to print have them: blue, orange and green, and told apart in grey by their dashes. */
export const radarLines = {
  best: { colour: [47, 125, 79], dash: [14, 7] },
  mean: { colour: [180, 98, 26], dash: [5, 5] },
  own: { colour: [31, 90, 150], dash: undefined },
} as const satisfies Record<string, { colour: Colour; dash: Pen['dash'] }>

const middle: Point = { x: radarSize.width / 2, y: radarSize.height / 2 }
const radius = 235

/** Scores around a circle, one region's over the mean and the best of its group where they are known; a PNG. */
export function radarPng(axes: readonly RadarAxis[]): Buffer {
  const { width, height, pixels } = paperFor(axes.map(({ code }) => code))
  const picture = { width, height, pixels: Uint8Array.from(pixels) }
  fillShape(picture, around(axes.map(({ own }) => own ?? 0)), radarLines.own.colour, 0.16)
  for (const key of ['best', 'mean', 'own'] as const) {
    const scores = axes.map((axis) => axis[key])
    // What is not known of anybody but the region itself has no line.
    if (scores.every((score) => score === null)) continue
    const { colour, dash } = radarLines[key]
    drawLine(picture, around(scores.map((score) => score ?? 0)), { colour, width: 3.5, ...(dash && { dash }) })
  }
  return png(picture)
}

const papers = new Map<string, Picture>()

/** Axes and rings are the same for all regions of a scheme. */
function paperFor(codes: readonly string[]): Picture {
  const known = papers.get(codes.join()) ?? drawnPaper(codes)
  papers.set(codes.join(), known)
  return known
}

function drawnPaper(codes: readonly string[]): Picture {
  const picture = blank(radarSize.width, radarSize.height, colours.paper)
  const rings = [25, 50, 75, 100]
  for (const ring of rings) drawLine(picture, around(codes.map(() => ring)), { colour: colours.grid, width: 1.5 })
  for (const [at, code] of codes.entries()) {
    drawLine(picture, [middle, placeOf(at, 100, codes.length)], { colour: colours.grid, width: 1.5 })
    drawText(picture, code, placeOf(at, 113, codes.length), { size: 20, pen: { colour: colours.ink, width: 2.6 } })
  }
  for (const ring of rings) {
    const beside = { x: middle.x + 24, y: middle.y - (radius * ring) / 100 + 13 }
    drawText(picture, String(ring), beside, { size: 13, pen: { colour: colours.soft, width: 1.8 } })
  }
  return picture
}

/** A closed line through one score an axis. */
const around = (scores: readonly number[]): Point[] =>
  [...scores, scores[0] ?? 0].map((score, at) => placeOf(at, score, scores.length))

function placeOf(axis: number, score: number, axes: number): Point {
  const angle = (2 * Math.PI * axis) / axes - Math.PI / 2
  const distance = (radius * score) / 100
  return { x: middle.x + distance * Math.cos(angle), y: middle.y + distance * Math.sin(angle) }
}
