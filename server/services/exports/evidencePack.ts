import { createHash } from 'node:crypto'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { Context } from '../../context.ts'
import { csvText } from '../../files/csv.ts'
import { zipOf } from '../../files/package/write.ts'
import { json } from '../package/json.ts'
import { findPublished, type Published } from '../published.ts'
import { stepsOf } from '../steps/take.ts'
import { type MakeFile, type ResultSource, resultFile } from './result.ts'

/** The item that gives points for a local evaluation of one's own (tables 27 and A.19; R40). */
const itemOf = { city: 'L8P1-A2', county: 'L7P1-A2' } as const

/**
 * What shows that a region has a local evaluation and carried one out: its indicator set, the questionnaire and what
 * residents were told, the record of its steps, the result; with the hash of every file. Nothing of single persons.
 * @throws {Problem} `not-publishable` where the data have errors
 */
export async function evidencePack(
  context: Context,
  source: ResultSource,
  make: MakeFile = resultFile,
): Promise<Buffer> {
  const { evaluation, document } = source
  const survey = evaluation.survey === null ? undefined : await findPublished(context, evaluation.survey)
  const steps = await stepsOf(context, evaluation.id)
  const files = new Map<string, Buffer>()
  const put = (name: string, content: string | Buffer) => files.set(name, Buffer.from(content))
  put('README.md', readme(source))
  put('01-indicators.csv', csvText(indicatorRows(source), { bom: true }))
  if (survey) {
    put('02-questionnaire.json', json(survey.questionnaire))
    put('02-what-residents-were-told.json', json(survey.settings.welcome))
    put('02-survey.json', json(fieldworkOf(survey)))
  }
  put('03-steps.csv', csvText(stepRows(steps), { bom: true }))
  put('04-report.docx', await make('docx', source, 'zh'))
  put('04-result.csv', await make('csv', source, 'zh'))
  put('04-result.json', json(document))
  const sums = [...files].map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`)
  put('SHA256SUMS', sums.join(''))
  return zipOf(files)
}

type Row = (string | number | null)[]

function indicatorRows({ document }: ResultSource): Row[] {
  const rows = schemes[document.scheme].dimensions.flatMap(({ indicators }) =>
    indicators.flatMap(({ id, name, weight, items }): Row[] => [
      [id, name.zh, name.en, weight],
      ...items.map((item): Row => [item.id, item.name.zh, item.name.en, null]),
    ]),
  )
  const dimensions = (document.regions[0]?.survey?.dimensions ?? []).map(
    ({ code, label, weight }): Row => [code, label.zh, label.en, weight * 100],
  )
  return [['代码 id', '名称', 'name', '权重 weight (%)'], ...rows, ...dimensions]
}

const stepRows = (steps: Awaited<ReturnType<typeof stepsOf>>): Row[] => [
  ['时间 at', '步骤 action', '由 from', '至 to', '经办 by', '说明 remark', '结果版本 version'],
  ...steps.map(
    ({ at, action, from, to, by, remark, resultVersion }): Row => [
      ...[at, action, from, to, by, remark],
      resultVersion,
    ],
  ),
]

const fieldworkOf = ({ id, state, opensAt, closesAt, settings, design }: Published) => ({
  ...{ id, state, opensAt, closesAt },
  channels: settings.channels ?? null,
  margins: design.margins.map(({ variables, source }) => ({ variables, source })),
})

function readme({ evaluation, document }: ResultSource): string {
  const item = itemOf[document.scheme]
  const which =
    'version' in document
      ? `第 ${document.version} 版 / version ${document.version}, SHA-256 ${document.contentHash}`
      : `${document.computedAt}（未冻结 / not frozen）`
  return `# ${item} 佐证材料 / evidence pack
${document.madeUp ? '\n**示例数据，非真实结果。 Made-up data, not a real result.**\n' : ''}
${evaluation.region.name.zh} · ${evaluation.roundName.zh} · ${document.standard}
结果 / result: ${which}

${item} 的 b3：是否建立本地智慧城市评价机制（20 分）并开展了评价工作（20 分）；未建立得 0 分（口径 R40）。
b3 of ${item}: a local evaluation mechanism (20) and an evaluation carried out (20); without the mechanism 0 (ruling R40).

| 证明 / shows | 文件 / file |
|---|---|
| 评价机制：指标体系 / mechanism: the indicator set | 01-indicators.csv |
| 评价机制：问卷、告知内容、时间与渠道 / questionnaire, what residents were told, dates, channels | 02-*.json |
| 开展评价：经办记录 / carried out: who did what, and when | 03-steps.csv |
| 开展评价：报告与结果 / report and result | 04-* |

本材料不含：评价工作通知（请附本地印发的文件）；也不证明 b1 项目管理制度、b2 绩效考核。
Not in here: the notice of the evaluation (add the document as issued). It shows nothing of b1 (project management) and b2
(performance assessment). 没有任何逐人答卷 / nothing of single persons. 校验 / check: sha256sum -c SHA256SUMS
`
}
