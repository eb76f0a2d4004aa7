import { type NumberKind, numberKind } from './numberFormat.ts'
import { readXml } from './xml.ts'

/** By number of a cell style (`c/@s`): what its number format makes of a number. */
export async function readStyles(pieces: AsyncIterable<Uint8Array>): Promise<NumberKind[]> {
  const codes = new Map<number, string>()
  const kinds: NumberKind[] = []
  let inCellStyles = false
  await readXml(pieces, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      else if (name === 'cellXfs') inCellStyles = true
      else if (name === 'xf' && inCellStyles) {
        const id = Number(attributes.numFmtId ?? 0)
        kinds.push(numberKind(id, codes.get(id)))
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false
    },
  })
  return kinds
}
