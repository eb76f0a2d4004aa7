import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Terminal, UsageError } from './command.ts'

/** @throws {UsageError} the file cannot be read */
export async function readInput(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    throw new UsageError({
      zh: `读不了文件 ${path}：${reasonOf(error).zh}`,
      en: `Cannot read ${path}: ${reasonOf(error).en}`,
    })
  }
}

/** Writes a result to the file that was asked for, else to standard output. @throws {UsageError} the file cannot be written */
export async function writeResult(
  result: string | Uint8Array,
  path: string | undefined,
  terminal: Terminal,
): Promise<void> {
  if (path === undefined) return terminal.print(result)
  try {
    await writeFile(path, result)
  } catch (error) {
    throw new UsageError({
      zh: `写不了文件 ${path}：${reasonOf(error).zh}`,
      en: `Cannot write ${path}: ${reasonOf(error).en}`,
    })
  }
}

/** Writes files into a folder, which is made if there is none. @throws {UsageError} it cannot be written */
export async function writeFolder(files: Record<string, string>, folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  } catch (error) {
    throw new UsageError({
      zh: `写不了文件夹 ${folder}：${reasonOf(error).zh}`,
      en: `Cannot write the folder ${folder}: ${reasonOf(error).en}`,
    })
  }
}

/** Why the system refused; anything that is not the system's refusal is thrown on. */
function reasonOf(error: unknown): { zh: string; en: string } {
  if (!(error instanceof Error && 'code' in error)) throw error
  const known = reasons[String(error.code)]
  return known ?? { zh: String(error.code), en: String(error.code) }
}

const reasons: Record<string, { zh: string; en: string }> = {
  ENOENT: { zh: '没有这个文件或文件夹', en: 'no such file or folder' },
  EISDIR: { zh: '这是文件夹', en: 'it is a folder' },
  EEXIST: { zh: '已有同名文件', en: 'there is a file of that name' },
  EACCES: { zh: '没有权限', en: 'permission denied' },
}
