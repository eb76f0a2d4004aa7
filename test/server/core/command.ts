import { run } from '../../../server/cli/run.ts'

/** Runs a command on a data folder as the command line would. */
export async function command(folder: string, ...args: string[]) {
  const before = process.env.TIYAN_DATA
  process.env.TIYAN_DATA = folder
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
    if (before === undefined) delete process.env.TIYAN_DATA
    else process.env.TIYAN_DATA = before
  }
}
