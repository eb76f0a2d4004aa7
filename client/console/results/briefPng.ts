import { askForFile } from '../api.ts'
import { saveFile } from '../handout/saveFile.ts'

/** Three dots for each of the picture's: sharp on A4 paper. */
const sharpness = 3

/**
 * Makes a PNG of a brief and saves it. In the browser, not on the server: the reader's machine has fonts that write
 * Chinese, a server need not.
 * @throws {Failure} where there is no result to be shown; {Error} where the browser cannot draw
 */
export async function saveBrief(address: string, name: string): Promise<void> {
  const svg = await (await askForFile(address, {})).text()
  const picture = new Image()
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await picture.decode()
  const canvas = document.createElement('canvas')
  canvas.width = picture.naturalWidth * sharpness
  canvas.height = picture.naturalHeight * sharpness
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const png = await new Promise<Blob | null>((take) => canvas.toBlob(take, 'image/png'))
  if (!png) throw new Error('the browser could not draw the brief')
  saveFile(png, name)
}
