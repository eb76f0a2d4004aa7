import { type Html, html } from '../resident/page/html.ts'

export interface Column<Row> {
  head: string
  cell: (row: Row) => string
  number?: true
}

/** A table of a printed page; the first column names the row. */
export const printTable = <Row>(rows: readonly Row[], columns: readonly Column<Row>[]): Html | false =>
  rows.length > 0 &&
  html`<table><thead><tr>${columns.map(({ head, number }) => html`<th scope="col" class="${number ? 'number' : ''}">${head}</th>`)}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr>${columns.map(({ cell, number }, at) =>
        at === 0
          ? html`<th scope="row">${cell(row)}</th>`
          : html`<td class="${number ? 'number' : ''}">${cell(row)}</td>`,
      )}</tr>`,
  )}</tbody></table>`
