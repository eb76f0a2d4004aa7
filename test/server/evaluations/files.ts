import ExcelJS from 'exceljs'
import type { Person } from '../core/person.ts'
import { read, type Town } from '../core/town.ts'

/** Sends a file as it stands. */
export async function putFile(
  { url }: Pick<Town, 'url'>,
  { cookie, csrf }: Person,
  path: string,
  body: string | Uint8Array,
  headers: Record<string, string> = {},
) {
  return read(
    await fetch(`${url}${path}`, {
      method: 'PUT',
      headers: { cookie, 'x-csrf-token': csrf, 'content-type': 'text/csv', ...headers },
      body: body as BodyInit,
    }),
  )
}

/** Gets whatever comes, as bytes. */
export async function getFile({ url }: Pick<Town, 'url'>, { cookie }: Person, path: string) {
  const response = await fetch(`${url}${path}`, { headers: { cookie } })
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}

/** A workbook with one sheet. */
export async function workbook(rows: (string | number | boolean)[][]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('Sheet1').addRows(rows)
  return new Uint8Array(await book.xlsx.writeBuffer())
}
