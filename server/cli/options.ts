import { parseArgs } from 'node:util'
import type { Language } from '../../scoring/text.ts'
import { type Command, type Given, type Option, UsageError } from './command.ts'

/** Options that every command has. */
export const common = {
  lang: { value: 'zh|en', choices: ['zh', 'en'], about: { zh: '语言', en: 'Language' } },
  help: { about: { zh: '显示用法', en: 'Shows how the command is used' } },
} as const satisfies Record<string, Option>

export interface Parsed {
  given: Given
  operands: string[]
  help: boolean
  language: Language | null
}

/** @throws {UsageError} unknown, incomplete or missing options, wrong choices, too many or too few operands */
export function parseCall({ options, operands = [] }: Command, args: string[]): Parsed {
  const all: Record<string, Option> = { ...common, ...options }
  const { values, positionals } = parsed(all, args)
  const given: Given = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]))
  const result = {
    given,
    operands: positionals,
    help: given.help !== undefined,
    language: (given.lang ?? null) as Language | null,
  }
  if (result.help) return result
  for (const [name, { choices, required }] of Object.entries(all)) {
    const value = given[name]
    if (required && value === undefined) wrong(`缺少 --${name}`, `--${name} is missing`)
    if (value !== undefined && choices && !choices.includes(value)) {
      wrong(
        `--${name} 应为 ${choices.join(' 或 ')}，给的是“${value}”`,
        `--${name} must be ${choices.join(' or ')}, not “${value}”`,
      )
    }
  }
  const missing = operands[positionals.length]
  if (missing) wrong(`缺少 ${missing}`, `${missing} is missing`)
  const surplus = positionals[operands.length]
  if (surplus !== undefined) wrong(`多余的参数“${surplus}”`, `“${surplus}” is one argument too many`)
  return result
}

const wrong = (zh: string, en: string): never => {
  throw new UsageError({ zh, en })
}

function parsed(options: Record<string, Option>, args: string[]) {
  const types = Object.entries(options).map(
    ([name, { value }]) => [name, { type: value ? 'string' : 'boolean' }] as const,
  )
  const bare = (arg: string) => arg.startsWith('--') && options[arg.slice(2)]?.bare
  const withValue = (arg: string, at: number) => (bare(arg) && (args[at + 1] ?? '-').startsWith('-') ? `${arg}=` : arg)
  try {
    return parseArgs({
      args: args.map(withValue),
      options: Object.fromEntries(types),
      allowPositionals: true,
      strict: true,
    })
  } catch (error) {
    // What parseArgs throws is about the call: ERR_PARSE_ARGS_…
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))) throw error
    return wrong(`参数有误：${error.message}`, error.message)
  }
}

/** How a command is called, and what its options mean. */
export function helpOf(name: string, { summary, options, operands = [] }: Command, language: Language): string {
  const all = Object.entries<Option>({ ...options, ...common })
  const written = all.map(([option, { value, bare }]) =>
    value ? `--${option} ${bare ? `[${value}]` : value}` : `--${option}`,
  )
  const call = all
    .filter(([option]) => option !== 'help')
    .map(([, { required }], at) => (required ? written[at] : `[${written[at]}]`))
  const width = Math.max(...written.map(({ length }) => length))
  const lines = all.map(([, { about }], at) => `  ${written[at]?.padEnd(width)}  ${about[language]}`)
  return [`tiyan ${[name, ...call, ...operands].join(' ')}`, '', summary[language], '', ...lines, ''].join('\n')
}
