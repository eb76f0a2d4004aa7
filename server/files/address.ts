import type { Text } from '../../scoring/text.ts'

/** Where in a file: `column` counts from 0, null for a whole row; `sheet` is null in a CSV. */
export interface Address {
  sheet: string | null
  row: number
  column: number | null
}

/** 0 → `A`, 26 → `AA`. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26)
  const letter = String.fromCharCode(65 + (column % 26))
  return rest === 0 ? letter : columnLetters(rest - 1) + letter
}

/** `B12` → row 12, column 1; null if it is no cell reference. */
export function cellPosition(reference: string): { row: number; column: number } | null {
  const found = /^\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})$/.exec(reference)
  if (!found) return null
  const [, letters = '', digits = ''] = found
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(digits), column }
}

/** As spreadsheets write it: `Sheet!B12`, `B12`, or the bare row. */
export function reference({ sheet, row, column }: Address): string {
  const cell = column === null ? String(row) : columnLetters(column) + row
  return sheet === null ? cell : `${sheet}!${cell}`
}

export function inWords({ sheet, row, column }: Address): Text {
  const cell = column === null ? null : columnLetters(column) + row
  if (sheet === null) {
    return {
      zh: column === null ? `第 ${row} 行` : `第 ${row} 行第 ${column + 1} 列`,
      en: column === null ? `row ${row}` : `row ${row}, column ${column + 1}`,
    }
  }
  return {
    zh: cell === null ? `工作表“${sheet}”第 ${row} 行` : `工作表“${sheet}”单元格 ${cell}`,
    en: cell === null ? `sheet “${sheet}”, row ${row}` : `sheet “${sheet}”, cell ${cell}`,
  }
}
