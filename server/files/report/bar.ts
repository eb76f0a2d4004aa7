import { crc32, deflateSync } from 'node:zlib'
import { AlignmentType, ImageRun, Paragraph } from 'docx'

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
        data: png(pixels(score, interval)),
        transformation: { width: width / 3, height: height / 3 },
        altText: { name: 'bar', title: score.toFixed(2), description: score.toFixed(2) },
      }),
    ],
  })

function pixels(score: number, interval: [number, number] | null): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3))
  const place = (value: number) => Math.round((Math.min(100, Math.max(0, value)) / 100) * (width - 1))
  const whisker = interval?.map(place)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const inBar = y >= 6 && y < height - 6 && x <= place(score)
      const onGrid = [0, 25, 50, 75, 100].some((value) => place(value) === x)
      const [low = -1, high = -1] = whisker ?? []
      const onWhisker =
        whisker !== undefined &&
        ((Math.abs(y - height / 2) < 2 && x >= low && x <= high) ||
          (y > 10 && y < height - 10 && (Math.abs(x - low) < 2 || Math.abs(x - high) < 2)))
      const colour = onWhisker ? colours.whisker : inBar ? colours.bar : onGrid ? colours.grid : colours.empty
      rows.set(colour, y * (1 + width * 3) + 1 + x * 3)
    }
  }
  return rows
}

function png(rows: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits a channel, red, green and blue.
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
