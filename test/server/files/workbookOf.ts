import { type Part, zipOf } from './zipOf.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const relationships = (rows: [id: string, type: string, target: string][]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

export interface Raw {
  /** What stands within `<worksheet>`. */
  sheet: string
  /** Custom number formats; cell style n uses the n-th of them, style 0 none. */
  formats?: string[]
  strings?: string
  date1904?: boolean
  /** More parts, or ones that replace those of the same name. */
  parts?: Part[]
}

/** An XLSX written by hand, for what the usual writers never write. */
export function workbookOf({ sheet, formats = [], strings = '', date1904 = false, parts = [] }: Raw): Buffer {
  const styles = `<styleSheet><numFmts>${formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`).join('')}</cellXfs></styleSheet>`
  const usual: Part[] = [
    { name: '_rels/.rels', content: relationships([['r1', 'officeDocument', 'xl/workbook.xml']]) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns:r="${office}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relationships([
        ['r1', 'worksheet', 'worksheets/sheet1.xml'],
        ['r2', 'styles', '/xl/styles.xml'],
        ['r3', 'sharedStrings', 'sharedStrings.xml'],
      ]),
    },
    { name: 'xl/styles.xml', content: styles },
    { name: 'xl/sharedStrings.xml', content: `<sst>${strings}</sst>` },
    { name: 'xl/worksheets/sheet1.xml', content: `<worksheet>${sheet}</worksheet>` },
  ]
  return zipOf([...usual.filter(({ name }) => !parts.some((part) => part.name === name)), ...parts])
}
