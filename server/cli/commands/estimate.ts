import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Estimated, estimate as estimateFrom } from '../../../scoring/sampling/estimate/estimate.ts'
import { estimateMixed, isMixed } from '../../../scoring/sampling/estimate/mixed.ts'
import { waveDifference } from '../../../scoring/sampling/estimate/waveDifference.ts'
import { rFiles } from '../../files/rscript/files.ts'
import { modelOfEstimate } from '../../files/rscript/fromEstimate.ts'
import { type Command, type Given, type Terminal, UsageError } from '../command.ts'
import { writeFolder, writeResult } from '../files.ts'
import { readDesign, readEstimateFiles } from './estimate/files.ts'

type Options =
  | 'design'
  | 'responses'
  | 'population'
  | 'multipliers'
  | 'wave2-design'
  | 'wave2-responses'
  | 'wave2-population'
  | 'out'
  | 'r-script'

const multipliersBeside = 'replicate_multipliers.csv'
const rFolder = 'tiyan-r'

export const estimate = {
  summary: {
    zh: '由文件估计调查统计量（均值、比例、分数、标准误、置信区间等），输出 JSON。文件格式见 test/reference/stats/FORMAT.md。给出第二次调查(--wave2-…)时，输出两次调查之差（后减前）',
    en: 'Survey statistics from files (means, proportions, scores, standard errors, intervals …) as JSON. The files are described in test/reference/stats/FORMAT.md. With a second wave (--wave2-…) it prints the differences, second minus first',
  },
  options: {
    design: {
      value: 'FILE.json',
      required: true,
      about: { zh: '抽样设计和要估计的量', en: 'The sampling design, and what is to be estimated' },
    },
    responses: {
      value: 'FILE',
      required: true,
      about: { zh: '答卷，一行一人（CSV 或 XLSX）', en: 'Responses, a row a person (CSV or XLSX)' },
    },
    population: {
      value: 'FILE',
      about: { zh: '总体结构；设计要求校准时必需', en: 'Population counts; needed where the design calibrates' },
    },
    multipliers: {
      value: 'FILE',
      about: {
        zh: `基础权数的重复抽样乘数，用于自助法标准误；未给出时使用设计文件旁的 ${multipliersBeside}（如有）`,
        en: `Replicate multipliers of the base weights, for bootstrap standard errors; if not given, ${multipliersBeside} beside the design, where there is one`,
      },
    },
    'wave2-design': { value: 'FILE.json', about: { zh: '第二次调查的设计', en: 'Design of the second wave' } },
    'wave2-responses': { value: 'FILE', about: { zh: '第二次调查的答卷', en: 'Responses of the second wave' } },
    'wave2-population': { value: 'FILE', about: { zh: '第二次调查的总体结构', en: 'Population of the second wave' } },
    'r-script': {
      value: 'DIR',
      bare: true,
      about: {
        zh: `另写一个文件夹(默认 ${rFolder}):R 脚本和它读取的 CSV，用 R 的 survey 包重算并与这里的结果比较`,
        en: `Also writes a folder (${rFolder} if not named): an R script and the CSV files it reads, which compute the estimates again with R's survey package and compare them with these`,
      },
    },
    out: {
      value: 'FILE',
      about: { zh: '写到文件，不给则写到标准输出', en: 'File to write; standard output if absent' },
    },
  },
  async run({ given, terminal }) {
    const second = secondWave(given)
    const mixed = await ofMixed(given, terminal, second)
    if (mixed !== null) return mixed
    const first = await estimated(given, terminal, second !== null)
    const later = second === null ? null : await estimated(second, terminal, true)
    if (first === null || (second !== null && later === null)) return 1
    const result =
      later === null
        ? { ...first.estimates, ...(first.notes.length > 0 && { notes: first.notes }) }
        : waveDifference(first.estimates, later.estimates)
    const folder = given['r-script']
    if (folder !== undefined) await writeScript(first, folder === '' ? rFolder : folder, terminal)
    // NaN, what is not defined, becomes null.
    await writeResult(`${JSON.stringify(result, null, 2)}\n`, given.out, terminal)
    return 0
  },
} satisfies Command<Options>

async function writeScript({ input, survey, estimates }: Estimated, folder: string, terminal: Terminal) {
  await writeFolder(rFiles(modelOfEstimate(input, survey, estimates)), folder)
  terminal.say({
    zh: `在 R 中重算：Rscript ${folder}/recompute.R`,
    en: `To compute it again in R: Rscript ${folder}/recompute.R`,
  })
}

/** The exit code where the design is of a mixed sample, else null. @throws {UsageError} with a second wave */
async function ofMixed(given: Given<Options>, terminal: Terminal, second: Paths | null): Promise<0 | 1 | null> {
  const { design = '', responses = '', population } = given
  const mixed = isMixed(await readDesign(design))
  if (second && (mixed || isMixed(await readDesign(second.design ?? '')))) throw new UsageError(noWaves)
  if (!mixed) return null
  const read = await readEstimateFiles({ design, responses, ...(population !== undefined && { population }) })
  const outcome = 'problems' in read ? read : estimateMixed(read)
  if ('problems' in outcome) {
    for (const { message } of outcome.problems) terminal.say(message)
    return 1
  }
  for (const note of outcome.notes) terminal.say(note)
  const folder = given['r-script']
  if (folder !== undefined)
    for (const [name, part] of Object.entries(outcome.parts))
      await writeScript(part, join(folder === '' ? rFolder : folder, name), terminal)
  const { estimates, notes } = outcome
  const result = { ...estimates, ...(notes.length > 0 && { notes }) }
  await writeResult(`${JSON.stringify(result, null, 2)}\n`, given.out, terminal)
  return 0
}

const noWaves = {
  zh: '混合样本(设计文件中有“mixed”)不能直接比较两次调查；请按部分分别比较',
  en: 'Waves of a mixed sample (“mixed” in the design) are not compared as one; compare them part by part',
}

type Paths = Pick<Given<Options>, 'design' | 'responses' | 'population' | 'multipliers'>

/** @throws {UsageError} only half of the second wave is given */
function secondWave(given: Given<Options>): Paths | null {
  const [design, responses, population] = [given['wave2-design'], given['wave2-responses'], given['wave2-population']]
  if (design === undefined && responses === undefined && population === undefined) return null
  if (design === undefined || responses === undefined) {
    throw new UsageError({
      zh: '第二次调查需要 --wave2-design 和 --wave2-responses',
      en: 'A second wave needs --wave2-design and --wave2-responses',
    })
  }
  return { design, responses, ...(population !== undefined && { population }) }
}

/** null where the input has problems; they have been said. */
async function estimated(paths: Paths, terminal: Terminal, wave: boolean): Promise<Estimated | null> {
  const { design = '', multipliers } = paths
  const beside = join(dirname(design), multipliersBeside)
  const found = multipliers === undefined && !wave && existsSync(beside)
  if (found) terminal.say({ zh: `使用重复抽样乘数 ${beside}`, en: `Replicate multipliers: ${beside}` })
  const read = await readEstimateFiles({ ...paths, ...(found && { multipliers: beside }) })
  const outcome = 'problems' in read ? read : estimateFrom(read)
  if ('problems' in outcome) {
    for (const { message } of outcome.problems)
      terminal.say(wave ? { zh: `${design}：${message.zh}`, en: `${design}: ${message.en}` } : message)
    return null
  }
  for (const note of outcome.notes) terminal.say(note)
  return outcome
}
