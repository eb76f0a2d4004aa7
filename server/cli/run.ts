import type { Language, Text } from '../../scoring/text.ts'
import { type Command, type ExitCode, type Terminal, UsageError } from './command.ts'
import { commands } from './commands.ts'
import { helpOf, parseCall } from './options.ts'

export interface Output {
  /** Standard output. */
  out(result: string | Uint8Array): Promise<void>
  /** Standard error, a line at a time. */
  err(line: string): void
  /** From the environment; `--lang` prevails. */
  language: Language
}

/** Runs one command. Failures that are nobody's input are thrown on. */
export async function run(args: string[], { out, err, language }: Output): Promise<ExitCode> {
  const [name, ...rest] = args
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const overview = await overviewIn(language)
    if (name === undefined) err(overview)
    else await out(overview)
    return name === undefined ? 2 : 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name as keyof typeof commands] : undefined
  if (!load) {
    err({ zh: `没有命令“${name}”`, en: `There is no command “${name}”` }[language])
    err(await overviewIn(language))
    return 2
  }
  return runCommand(name, await load(), rest, { out, err, language })
}

async function runCommand(
  name: string,
  command: Command,
  args: string[],
  { out, err, language }: Output,
): Promise<ExitCode> {
  let chosen = language
  const terminal: Terminal = { print: out, say: (message: Text) => err(message[chosen]) }
  try {
    const { given, operands, help, language: wanted } = parseCall(command, args)
    chosen = wanted ?? language
    if (!help) return await command.run({ given, operands, language: chosen, terminal })
    await out(helpOf(name, command, chosen))
    return 0
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    terminal.say(error.text)
    err(helpOf(name, command, chosen))
    return 2
  }
}

async function overviewIn(language: Language): Promise<string> {
  const names = Object.keys(commands) as (keyof typeof commands)[]
  const width = Math.max(...names.map(({ length }) => length))
  const lines = await Promise.all(
    names.map(async (name) => `  ${name.padEnd(width)}  ${(await commands[name]()).summary[language]}`),
  )
  const more = { zh: '各命令的用法：tiyan 命令 --help', en: 'How each is used: tiyan COMMAND --help' }[language]
  return ['tiyan COMMAND [OPTIONS]', '', ...lines, '', more, ''].join('\n')
}
