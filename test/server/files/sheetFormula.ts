import ExcelJS from 'exceljs'

type Scalar = string | number

const numbers = (values: (Scalar | Scalar[])[]) => values.flat().filter((value) => typeof value === 'number')

const functions = {
  IF: (condition: boolean, yes: () => Scalar, no: () => Scalar) => (condition ? yes() : no()),
  COUNT: (...values: (Scalar | Scalar[])[]) => numbers(values).length,
  SUM: (...values: (Scalar | Scalar[])[]) => numbers(values).reduce((sum, value) => sum + value, 0),
  SUMPRODUCT: (a: Scalar | Scalar[], b: Scalar | Scalar[]) =>
    [a].flat().reduce<number>((sum, value, at) => sum + Number(value) * Number([b].flat()[at]), 0),
  MAX: (...values: number[]) => Math.max(...values),
}

/** Evaluates the formulas of a workbook anew, from its plain numbers alone: the few functions that results use. */
export function calculator(book: ExcelJS.Workbook): (sheet: string, cell: string) => Scalar {
  const known = new Map<string, Scalar>()

  const cell = (sheet: string, address: string): Scalar => {
    const id = `${sheet}!${address}`
    const value = known.get(id) ?? compute(book.getWorksheet(sheet)?.getCell(address).value)
    known.set(id, value)
    return value
  }

  const range = (sheet: string, address: string): Scalar[] => {
    const [from = '', to = from] = address.split(':')
    const letters = from.replace(/\d+/, '')
    const [first, last] = [from, to].map((one) => Number(one.replace(/\D+/, ''))) as [number, number]
    return Array.from({ length: last - first + 1 }, (_, at) => cell(sheet, `${letters}${first + at}`))
  }

  function compute(value: ExcelJS.CellValue | undefined): Scalar {
    if (typeof value === 'number' || typeof value === 'string') return value
    if (value === null || value === undefined) return ''
    if (typeof value !== 'object' || !('formula' in value)) throw new Error(`unexpected ${JSON.stringify(value)}`)
    const code = value.formula
      .replace(/'([^']+)'!([A-Z]+\d+:[A-Z]+\d+)/g, (_, sheet, cells) => `range("${sheet}","${cells}")`)
      .replace(/'([^']+)'!([A-Z]+\d+)/g, (_, sheet, one) => `cell("${sheet}","${one}")`)
      .replace(/=""/g, '===""')
      .replace(/^IF\((.*?),"",(.*)\)$/, 'IF($1,() => "",() => $2)')
    const scope = { ...functions, cell, range }
    return new Function(...Object.keys(scope), `return ${code}`)(...Object.values(scope)) as Scalar
  }

  return cell
}

export async function opened(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer)
  return book
}
