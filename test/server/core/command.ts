import { run } from '../../../server/cli/run.ts'
import { databaseOf } from '../postgres/ofFolder.ts'

/** Runs a command on a data folder as the command line would. */
export const command = async (folder: string, ...args: string[]) => commandOn(folder, await databaseOf(folder), args)

/** The same with other settings beside the folder. */
export async function commandOn(folder: string, environment: Record<string, string>, args: string[]) {
  const before = process.env.TIYAN_DATA
  process.env.TIYAN_DATA = folder
  Object.assign(process.env, environment)
  const out: string[] = []
  const err: string[] = []
  try {
    const code = await run(args, {
      out: async (result) => void out.push(String(result)),
      err: (line) => void err.push(line),
      language: 'en',
    })
    return { code, out: out.join(''), err: err.join('\n') }
  } finally {
    for (const name of Object.keys(environment)) delete process.env[name]
    if (before === undefined) delete process.env.TIYAN_DATA
    else process.env.TIYAN_DATA = before
  }
}
