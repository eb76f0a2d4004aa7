import { AlignmentType, ImageRun, Paragraph } from 'docx'
import { blank, type Colour, png } from './png.ts'

const width = 600
const height = 36
const colours = { empty: [238, 241, 245], bar: [47, 111, 179], grid: [200, 206, 214], whisker: [30, 41, 59] } as const

/** A score of 0–100 as a bar, with its interval as a whisker. */
export const barOf = (score: number, interval: [number, number] | null): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.LEFT,
    children: [
      new ImageRun({
        type: 'png',
        data: png(drawn(score, interval)),
        transformation: { width: width / 3, height: height / 3 },
        altText: { name: 'bar', title: score.toFixed(2), description: score.toFixed(2) },
      }),
    ],
  })

function drawn(score: number, interval: [number, number] | null) {
  const picture = blank(width, height, colours.empty)
  const place = (value: number) => Math.round((Math.min(100, Math.max(0, value)) / 100) * (width - 1))
  const fill = (colour: Colour, [left, right]: [number, number], [top, bottom]: [number, number]) => {
    for (let y = top; y <= bottom; y++)
      for (let x = Math.max(0, left); x <= Math.min(width - 1, right); x++)
        picture.pixels.set(colour, (y * width + x) * 3)
  }
  for (const value of [0, 25, 50, 75, 100]) fill(colours.grid, [place(value), place(value)], [0, height - 1])
  fill(colours.bar, [0, place(score)], [6, height - 7])
  if (interval) {
    const [low, high] = [place(interval[0]), place(interval[1])]
    fill(colours.whisker, [low, high], [height / 2 - 1, height / 2 + 1])
    for (const end of [low, high]) fill(colours.whisker, [end - 1, end + 1], [11, height - 11])
  }
  return picture
}
