import { extname } from 'node:path'
import type { SchemeId } from '../../../scoring/standard/scheme.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { Language, Text } from '../../../scoring/text.ts'
import type { FileProblem } from '../../files/problem.ts'
import { type RegionSource, readRegions } from '../../files/regions.ts'
import { resultCsv } from '../../files/resultCsv.ts'
import { resultJson } from '../../files/resultJson.ts'
import type { ResultBook } from '../../files/results/resultBook.ts'
import { resultXlsx } from '../../files/resultXlsx.ts'
import { scoreRegions } from '../../files/scoreRegions.ts'
import { type Command, type Terminal, UsageError } from '../command.ts'
import { readInput, writeResult } from '../files.ts'
import { schemeOption } from '../schemeOption.ts'

const sources = ['facts', 'scores', 'survey'] as const satisfies RegionSource[]

const formats = {
  json: async (book: ResultBook, language: Language) => resultJson(book, language),
  csv: async (book: ResultBook) => resultCsv(book),
  xlsx: resultXlsx,
}

type Format = keyof typeof formats

export const score = {
  summary: {
    zh: '由填报数据、已算好的客观得分和调查得分，算出一个或多个地区的结果',
    en: 'Works out the results of one or many regions from facts, imported scores and survey scores',
  },
  options: {
    scheme: schemeOption,
    facts: { value: 'FILE', about: { zh: '填报数据，CSV 或 XLSX', en: 'Facts, CSV or XLSX' } },
    scores: { value: 'FILE', about: { zh: '已算好的客观得分', en: 'Objective scores worked out elsewhere' } },
    survey: { value: 'FILE', about: { zh: '已算好的调查得分', en: 'Survey scores worked out elsewhere' } },
    'normalize-shares': {
      about: {
        zh: '份额之和不足 100% 的二级指标按比例折算（口径 R59）',
        en: 'Scales up an L2 whose shares add up to less than 100 % (ruling R59)',
      },
    },
    format: {
      value: Object.keys(formats).join('|'),
      choices: Object.keys(formats),
      about: {
        zh: '结果的格式；缺省按 --out 的扩展名，再缺省为 json',
        en: 'Format; by default as --out is called, else json',
      },
    },
    out: {
      value: 'FILE',
      about: { zh: '写到哪个文件；缺省为标准输出', en: 'File to write; by default standard output' },
    },
  },
  async run({ given, language, terminal }) {
    const scheme = schemes[given.scheme as SchemeId]
    const format = formatOf(given)
    const { regions, problems, notes } = await readRegions(await filesOf(given), scheme)
    for (const note of notes) terminal.say(note)
    const options = { normalizeShares: given['normalize-shares'] !== undefined }
    const book = scoreRegions(scheme, regions, options, new Date())
    const bad = tellProblems(terminal, problems, book, given)
    // What a file lacks in form may change the meaning of every row.
    if (problems.length === 0) await writeResult(await formats[format](book, language), given.out, terminal)
    return bad ? 1 : 0
  },
} satisfies Command<'scheme' | RegionSource | 'normalize-shares' | 'format' | 'out'>

type Given = Partial<Record<RegionSource | 'format' | 'out', string>>

function formatOf({ format, out = '' }: Given): Format {
  const extension = extname(out).slice(1).toLowerCase()
  return (format ?? (Object.hasOwn(formats, extension) ? extension : 'json')) as Format
}

/** @throws {UsageError} there is none, or one cannot be read */
async function filesOf(given: Given): Promise<Partial<Record<RegionSource, Uint8Array>>> {
  const named = sources.flatMap((source) => (given[source] === undefined ? [] : [[source, given[source]] as const]))
  if (named.length === 0) {
    throw new UsageError({
      zh: '至少要有 --facts、--scores、--survey 之一',
      en: 'Give at least one of --facts, --scores, --survey',
    })
  }
  return Object.fromEntries(
    await Promise.all(named.map(async ([source, path]) => [source, await readInput(path)] as const)),
  )
}

/** Lists everything that is wrong; gives whether anything is. */
function tellProblems(
  terminal: Terminal,
  problems: (FileProblem & { source: RegionSource })[],
  { regions }: ResultBook,
  given: Given,
): boolean {
  for (const { source, message } of problems) terminal.say(prefixed(given[source] ?? '', message))
  const wrong = regions.filter(({ errors }) => errors.length > 0)
  for (const { code, errors } of wrong) for (const { message } of errors) terminal.say(prefixed(code, message))
  return problems.length > 0 || wrong.length > 0
}

const prefixed = (subject: string, { zh, en }: Text): Text =>
  subject === '' ? { zh, en } : { zh: `${subject}：${zh}`, en: `${subject}: ${en}` }
