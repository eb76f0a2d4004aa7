import type { Language, Text } from '../../scoring/text.ts'

/** 0 done; 1 the input has problems, all of them listed; 2 wrong usage. */
export type ExitCode = 0 | 1 | 2

/** Where a command writes: results to standard output, everything else to standard error. */
export interface Terminal {
  print(result: string | Uint8Array): Promise<void>
  say(message: Text): void
}

export interface Option {
  /** What stands for the value in the help; absent: a flag. */
  value?: string
  choices?: readonly string[]
  required?: boolean
  /** The value may be left out: it is then ''. */
  bare?: boolean
  about: Text
}

/** The options that were given; a flag is 'true'. */
export type Given<O extends string = string> = Partial<Record<O, string>>

export interface Command<O extends string = string> {
  summary: Text
  options: Record<O, Option>
  /** Names of what comes without an option, all of them required, e.g. `FILE`. */
  operands?: readonly string[]
  run(call: { given: Given<O>; operands: string[]; language: Language; terminal: Terminal }): Promise<ExitCode>
}

/** Thrown where the call itself is wrong: the message and the usage are shown, and the exit code is 2. */
export class UsageError extends Error {
  readonly text: Text

  constructor(text: Text) {
    super(text.en)
    this.text = text
  }
}
