import { Readable } from 'node:stream'
import { escaped } from './escaped.ts'
import { zipped } from './zipped.ts'

/** A sheet that is written as it is sent: rows of XML, some at a time. */
export interface StreamedSheet {
  name: string
  rows: () => AsyncIterable<Buffer> | Iterable<Buffer>
}

/** Excel takes 1,048,576 rows a sheet; who has more goes on in the next one. */
export const rowsPerSheet = 1_000_000

/** A workbook of any length in constant memory: each sheet is asked for its rows when its turn comes. */
export const streamBook = (sheets: StreamedSheet[]): Readable =>
  Readable.from(
    zipped([
      ...fixedParts(sheets).map(([path, xml]) => ({ path, bytes: () => [Buffer.from(xml)] })),
      ...sheets.map((sheet, at) => ({ path: `xl/worksheets/sheet${at + 1}.xml`, bytes: () => sheetXml(sheet) })),
    ]),
    { objectMode: false },
  )

async function* sheetXml({ rows }: StreamedSheet): AsyncGenerator<Buffer> {
  yield Buffer.from(`${head}<worksheet xmlns="${main}"><sheetData>`)
  yield* rows()
  yield Buffer.from('</sheetData></worksheet>')
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

function fixedParts(sheets: StreamedSheet[]): [string, string][] {
  const numbered = sheets.map(({ name }, at) => ({ name: escaped(name), number: at + 1 }))
  const overrides = numbered.map(
    ({ number }) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${media}.worksheet+xml"/>`,
  )
  const listed = numbered.map(({ name, number }) => `<sheet name="${name}" sheetId="${number}" r:id="rId${number}"/>`)
  const relations = numbered.map(
    ({ number }) =>
      `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
  )
  return [
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${media}.sheet.main+xml"/>${overrides.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${listed.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${packaged}/relationships">${relations.join('')}</Relationships>`,
    ],
  ]
}
