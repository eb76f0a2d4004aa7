import { randomBytes } from 'node:crypto'
import { Problem } from '../../http/problem.ts'
import { changeAccount, createAccount } from '../../services/accounts.ts'
import { NewAccount, type Role, roles } from '../../shapes/session.ts'
import { type Command, type ExitCode, type Terminal, UsageError } from '../command.ts'
import { withStore } from '../store.ts'

interface Call {
  name: string
  given: Partial<Record<'role' | 'region', string>>
  terminal: Terminal
}

export const user = {
  summary: {
    zh: '建账户(add)或重设密码(password)；密码随机生成，打印一次',
    en: 'Makes an account (add) or sets a new password (password); the password is random and printed once',
  },
  options: {
    role: {
      value: 'ROLE',
      about: {
        zh: `角色，多个用逗号分开：${roles.join(', ')}`,
        en: `Role, several with commas between: ${roles.join(', ')}`,
      },
    },
    region: {
      value: 'CODE',
      about: {
        zh: '限于这些地区，用逗号分开；不写是全部',
        en: 'Only for these regions, with commas between; all unless given',
      },
    },
  },
  operands: ['add|password', 'NAME'],
  async run({ given, operands: [action = '', name = ''], terminal }) {
    const act = Object.hasOwn(actions, action) ? actions[action as keyof typeof actions] : undefined
    if (!act)
      throw new UsageError({ zh: `应为 add 或 password，不是“${action}”`, en: `add or password, not “${action}”` })
    return act({ name, given, terminal })
  },
} satisfies Command<'role' | 'region'>

const actions = { add, password }

async function add({ name, given, terminal }: Call): Promise<ExitCode> {
  const wanted = listOf(given.role)
  const unknown = wanted.filter((role) => !(roles as readonly string[]).includes(role))
  if (wanted.length === 0 || unknown.length > 0) {
    throw new UsageError({
      zh: `--role 应为：${roles.join('、')}`,
      en: `--role must be one or more of ${roles.join(', ')}`,
    })
  }
  const regions = given.region === undefined ? null : listOf(given.region)
  const account = { name, password: newPassword(), roles: wanted.map((role) => ({ role: role as Role, regions })) }
  if (!NewAccount.safeParse(account).success) {
    throw new UsageError({
      zh: '用户名应为 2–50 个字母、汉字、数字或 . _ -',
      en: 'A name has 2 to 50 letters, digits or . _ -',
    })
  }
  return withPassword(account.password, terminal, () =>
    withStore(({ db }) => createAccount({ db, now: () => new Date() }, null, account)),
  )
}

async function password({ name, terminal }: Call): Promise<ExitCode> {
  const fresh = newPassword()
  return withPassword(fresh, terminal, () =>
    withStore(({ db }) => changeAccount({ db, now: () => new Date() }, null, name, { password: fresh })),
  )
}

/** Prints the password once the act is done; what stands against the act is said. */
async function withPassword(fresh: string, terminal: Terminal, act: () => Promise<void>): Promise<ExitCode> {
  try {
    await act()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    terminal.say(error.text)
    return 1
  }
  await terminal.print(`${fresh}\n`)
  return 0
}

const newPassword = () => randomBytes(12).toString('base64url')

const listOf = (text = ''): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
