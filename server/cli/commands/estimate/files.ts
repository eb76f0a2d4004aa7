import { fileNames, type InputFile } from '../../../../scoring/sampling/estimate/problem.ts'
import type { Files } from '../../../../scoring/sampling/estimate/readFiles.ts'
import type { ColumnTable } from '../../../../scoring/sampling/estimate/table.ts'
import type { Text } from '../../../../scoring/text.ts'
import { readColumnTable } from '../../../files/columnTable.ts'
import { decodeText } from '../../../files/encoding.ts'
import { type FileProblem, Refused } from '../../../files/problem.ts'
import { readInput } from '../../files.ts'

interface Unreadable {
  problems: { message: Text }[]
}

/** Reads the files of `estimate`; all that keeps them from being read. @throws {UsageError} there is no such file */
export async function readEstimateFiles(paths: {
  design?: string
  responses?: string
  population?: string
  multipliers?: string
}): Promise<Files | Unreadable> {
  const problems: { message: Text }[] = []
  const table = async (file: InputFile, path: string | undefined): Promise<ColumnTable | null> => {
    if (path === undefined) return null
    const read = await readColumnTable(await readInput(path))
    problems.push(...read.problems.map((problem) => ({ message: inFile(file, problem) })))
    return read.table
  }
  const design = readJson(await readInput(paths.design ?? ''), problems)
  const responses = await table('responses', paths.responses)
  const population = await table('population', paths.population)
  const multipliers = await table('multipliers', paths.multipliers)
  if (problems.length > 0 || responses === null) return { problems }
  return { design, responses, population, multipliers }
}

/** The parsed design alone; null where it cannot be read, which reading all files says. @throws {UsageError} no such file */
export const readDesign = async (path: string): Promise<unknown> => readJson(await readInput(path), [])

const inFile = (file: InputFile, { message }: Pick<FileProblem, 'message'>): Text => ({
  zh: `${fileNames[file].zh}，${message.zh}`,
  en: `${fileNames[file].en}, ${message.en}`,
})

function readJson(bytes: Uint8Array, problems: { message: Text }[]): unknown {
  try {
    return JSON.parse(decodeText(bytes))
  } catch (error) {
    if (error instanceof Refused) problems.push({ message: inFile('design', error.problem) })
    else if (error instanceof SyntaxError) {
      const text = { zh: `不是合格的 JSON:${error.message}`, en: `is no valid JSON: ${error.message}` }
      problems.push({ message: inFile('design', { message: text }) })
    } else throw error
    return null
  }
}
