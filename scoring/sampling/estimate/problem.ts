import type { Text } from '../../text.ts'

export type InputFile = 'design' | 'responses' | 'population' | 'multipliers'

/** What is wrong with an input of `estimate`, where, and how to mend it. */
export interface InputProblem {
  file: InputFile
  /** First line that has it (the header is line 1); null where the file as a whole is meant. */
  row: number | null
  /** Column, or path into the design such as `estimands.0.column`. */
  column: string | null
  code: string
  message: Text
}

interface Finding {
  file: InputFile
  code: string
  column?: string
  /** Lines that have it. */
  rows?: readonly number[]
  text: Text
}

/** What the files are called. */
export const fileNames: Record<InputFile, Text> = {
  design: { zh: '设计文件', en: 'Design' },
  responses: { zh: '答卷文件', en: 'Responses' },
  population: { zh: '总体文件', en: 'Population' },
  multipliers: { zh: '重复权数文件', en: 'Replicate multipliers' },
}
const rowsShown = 10

/** Collects problems; those alike in file, code, column and text are one, with all their lines. */
export function problemList() {
  const found = new Map<string, Finding & { rows: number[] }>()
  return {
    add({ rows = [], ...finding }: Finding) {
      const key = JSON.stringify([finding.file, finding.code, finding.column, finding.text.en])
      const known = found.get(key)
      if (known === undefined) found.set(key, { ...finding, rows: [...rows] })
      else known.rows.push(...rows)
    },
    get any() {
      return found.size > 0
    },
    all: (): InputProblem[] => [...found.values()].map(inputProblem),
  }
}

export type ProblemList = ReturnType<typeof problemList>

function inputProblem({ file, code, column, rows, text }: Finding & { rows: number[] }): InputProblem {
  const shown = rows.slice(0, rowsShown)
  const more = rows.length > rowsShown
  const lines = {
    zh: shown.length === 0 ? '' : `第 ${shown.join('、')} 行${more ? `等共 ${rows.length} 行` : ''}`,
    en: shown.length === 0 ? '' : `${rows.length === 1 ? 'row' : 'rows'} ${shown.join(', ')}${moreRows(rows.length)}`,
  }
  const at = (language: 'zh' | 'en', name: string) =>
    [fileNames[file][language], lines[language], column === undefined ? '' : name].filter((part) => part !== '')
  return {
    file,
    row: rows[0] ?? null,
    column: column ?? null,
    code,
    message: {
      zh: `${at('zh', `“${column}”`).join(',')}:${text.zh}`,
      en: `${at('en', `“${column}”`).join(', ')}: ${text.en}`,
    },
  }
}

const moreRows = (count: number) => (count > rowsShown ? `, … (${count} rows)` : '')
