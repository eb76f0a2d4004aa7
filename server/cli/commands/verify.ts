import { NoPackage } from '../../files/package/read.ts'
import { type Verification, verifyPackage } from '../../services/package/verify.ts'
import type { Command, ExitCode, Terminal } from '../command.ts'
import { readInput } from '../files.ts'

const kinds = {
  full: { zh: '完整包', en: 'the full package' },
  public: { zh: '公开包', en: 'the public package' },
}

export const verify = {
  summary: {
    zh: '由结果包自带的数据重算结果，逐数比较',
    en: 'Recomputes an exported result from its own data and says whether every number agrees',
  },
  options: {},
  operands: ['PACKAGE.zip'],
  async run({ operands: [path = ''], terminal, language }) {
    const bytes = Buffer.from(await readInput(path))
    try {
      const verification = await verifyPackage(bytes)
      await terminal.print(`${headline(verification)[language]}\n`)
      return tell(verification, terminal)
    } catch (error) {
      if (!(error instanceof NoPackage)) throw error
      terminal.say(error.text)
      return 1
    }
  },
} satisfies Command<never>

function headline({ manifest, files, numbers }: Verification) {
  if (!manifest) return { zh: '不是结果包', en: 'No package of a result' }
  const { kind, evaluation, version, program } = manifest
  const which =
    version === null
      ? { zh: '未冻结的结果', en: 'a result as of then' }
      : { zh: `第 ${version} 版`, en: `version ${version}` }
  return {
    zh: `${kinds[kind].zh}：${evaluation.round} / ${evaluation.region}，${which.zh}，${program.name} ${program.version}。核对文件 ${files} 个，重算一致的数 ${numbers} 个`,
    en: `This is ${kinds[kind].en} of ${evaluation.round} / ${evaluation.region}, ${which.en}, by ${program.name} ${program.version}. ${files} files checked, ${numbers} numbers computed anew agree`,
  }
}

function tell({ problems }: Verification, terminal: Terminal): ExitCode {
  for (const problem of problems) terminal.say(problem)
  if (problems.length === 0) terminal.say({ zh: '全部一致', en: 'Everything agrees' })
  return problems.length === 0 ? 0 : 1
}
