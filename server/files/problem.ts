import type { Text } from '../../scoring/text.ts'
import { type Address, inWords, reference } from './address.ts'
import { problemWords } from './problemWords.ts'

/** What is wrong with a file, and where; the same shape as the `errors` of an HTTP answer, with the row beside it. */
export interface FileProblem {
  /** `B12` in a CSV, `Sheet!B12` in a workbook; empty where the file as a whole is meant. */
  path: string
  row: number | null
  code: string
  message: Text
}

/** Something a reader of the import should know that is no error, e.g. a sheet that was left out. */
export type FileNote = Text

export type FileProblemCode = keyof typeof problemWords

type ParametersOf<C extends FileProblemCode> = Parameters<(typeof problemWords)[C]>[0]

/** The limits of a file: `PUT` answers 413 to these, 422 to everything else. */
export const sizeCodes: ReadonlySet<string> = new Set<FileProblemCode>([
  'too-large',
  'unpacked-too-large',
  'too-many-rows',
  'too-many-cells',
  'too-many-columns',
])

/** A problem in both languages, the place at the beginning of the sentence; `address` null: the file as a whole. */
export function fileProblem<C extends FileProblemCode>(
  code: C,
  parameters: ParametersOf<C>,
  address: Address | null = null,
): FileProblem {
  // Code and parameters belong together by the signature; the table lookup loses sight of it.
  const text = (problemWords[code] as (parameters: ParametersOf<C>) => Text)(parameters)
  if (address === null) return { path: '', row: null, code, message: text }
  const place = inWords(address)
  return {
    path: reference(address),
    row: address.row,
    code,
    message: { zh: `${place.zh}：${text.zh}`, en: `${place.en}: ${text.en}` },
  }
}

/** Thrown inside the readers where nothing more can be read; `readTable` hands it back as a problem. */
export class Refused extends Error {
  readonly problem: FileProblem

  constructor(problem: FileProblem) {
    super(problem.message.en)
    this.problem = problem
  }
}

export function refuse<C extends FileProblemCode>(
  code: C,
  parameters: ParametersOf<C>,
  address: Address | null = null,
): never {
  throw new Refused(fileProblem(code, parameters, address))
}
