import { setImmediate } from 'node:timers/promises'
import type { Variable } from '../../../scoring/sampling/design.ts'
import { withParts } from '../../../surveys/forms/withParts.ts'
import type { Context } from '../../context.ts'
import { type InputProblem, Problem } from '../../http/problem.ts'
import { NewSurvey, type SurveysCreated } from '../../shapes/setup.ts'
import type { Store } from '../../store/database.ts'
import { findRound } from '../../store/setup.ts'
import type { Watched } from '../monitor/monitor.ts'
import { addVersion, type Publishable, publishable } from '../publish.ts'
import type { Published } from '../published.ts'
import { checkSurvey } from './check.ts'
import { addSurveyOf, type By } from './create.ts'
import { partVariableOf, wishOf } from './oneOfMany.ts'
import { columnNames, countedVariables, readSurveys, type TableLine } from './table.ts'

interface Many {
  round: string
  /** Of the survey whose questionnaire, rules and settings all of them take over. */
  template: Watched
  bytes: Uint8Array
  permitted: (region: string) => boolean
}

/** The columns that a table of surveys after this one may have. */
export const columnsFor = ({ design }: Pick<Published, 'design'>): string[] =>
  columnNames(countedVariables(design, partVariableOf(design)))

/**
 * Makes a survey for every row of a table, after one that is there: the same questionnaire (with each region's own parts),
 * rules, channels and thresholds; quotas and calibration from each row's population. All or nothing.
 * @throws {Problem} `not-found`; `invalid` with everything that is wrong, by row
 */
export async function createSurveys(
  context: Context,
  { round, template, bytes, permitted }: Many,
  by: By,
): Promise<SurveysCreated> {
  const found = await findRound(context.db, round)
  if (!found) throw new Problem('not-found')
  const { survey } = template
  const part = partVariableOf(survey.design)
  const { lines, errors } = await readSurveys(bytes, countedVariables(survey.design, part))
  if (lines.length > mostSurveys) throw new Problem('invalid', { errors: [tooMany(lines.length)] })
  errors.push(...repeated(lines), ...lines.filter(({ region }) => !permitted(region)).map(notYours))
  if (errors.length > 0) throw new Problem('invalid', { errors })

  const common = { round: { id: round, name: JSON.parse(found.name) }, scheme: template.evaluation.scheme, part }
  const made: SurveysCreated['surveys'] = []
  const at = context.now()
  const ready: (Publishable | undefined)[] = []
  for (const line of lines) ready.push(await preparedFor(survey, part, line))
  await context.db.transaction().execute(async (db) => {
    const seen = new Set<string>()
    for (const [index, line] of lines.entries()) {
      const act = { account: by.account, at: at.toISOString() }
      const questionnaire = await versionFor(db, survey, { line, own: ready[index], act })
      const read = NewSurvey.safeParse(wishOf(survey, common, line, questionnaire))
      if (!read.success) {
        errors.push(
          ...read.error.issues.map(({ path, message }) => atRow(line, path.join('.'), { zh: message, en: message })),
        )
        continue
      }
      if (seen.has(read.data.id)) errors.push(atRow(line, 'survey', twice(read.data.id)))
      seen.add(read.data.id)
      const faults = (await checkSurvey({ now: context.now, db }, read.data)).filter(({ level }) => level === 'error')
      errors.push(...faults.map(({ path, message }) => atRow(line, path, message)))
      if (errors.length > 0) continue
      await addSurveyOf(db, read.data, { ...by, at })
      made.push({ row: line.row, region: line.region, survey: read.data.id })
    }
    if (errors.length > 0) throw new Problem('invalid', { errors })
  })
  return { surveys: made }
}

const mostSurveys = 1000

/** The questionnaire with a region's own parts, checked; others get their turn in between. */
async function preparedFor(
  { questionnaire }: Published,
  part: Variable | undefined,
  { parts }: TableLine,
): Promise<Publishable | undefined> {
  if (!part || parts.length === 0) return undefined
  await setImmediate()
  return publishable(withParts(questionnaire, part.question, parts))
}

interface Version {
  line: TableLine
  own: Publishable | undefined
  act: { account: string; at: string }
}

/** The template's own version, or, where the region has parts of its own, one with them. */
async function versionFor(db: Store, survey: Published, { line, own, act }: Version) {
  if (!own) return { id: survey.questionnaireId, version: survey.questionnaireVersion }
  const suffix = line.region.toLowerCase().replace(/[^a-z0-9-]/g, '')
  const id = `${survey.questionnaireId}-${suffix}`.slice(0, 50)
  return { id, version: await addVersion(db, id, own, act) }
}

const atRow = ({ row }: TableLine, path: string, { zh, en }: InputProblem['message']): InputProblem => ({
  path: `row ${row}.${path}`,
  code: 'row',
  message: { zh: `第 ${row} 行：${zh}`, en: `Row ${row}: ${en}` },
})

function repeated(lines: TableLine[]): InputProblem[] {
  const first = new Map<string, number>()
  return lines.flatMap((line) => {
    const before = first.get(line.region)
    if (before === undefined) first.set(line.region, line.row)
    return before === undefined
      ? []
      : [
          atRow(line, 'region', {
            zh: `地区 ${line.region} 与第 ${before} 行重复`,
            en: `the region ${line.region} is in row ${before} already`,
          }),
        ]
  })
}

const notYours = (line: TableLine): InputProblem =>
  atRow(line, 'region', {
    zh: `您没有地区 ${line.region} 的调查管理权限`,
    en: `you do not hold the fieldwork role for ${line.region}`,
  })

const twice = (id: string) => ({ zh: `调查编号 ${id} 重复`, en: `the survey id ${id} is there twice` })

const tooMany = (count: number): InputProblem => ({
  path: 'file',
  code: 'too-many',
  message: {
    zh: `表里有 ${count} 个地区，一次最多 ${mostSurveys} 个，请分开导入`,
    en: `The table has ${count} regions: at most ${mostSurveys} at a time, import it in parts`,
  },
})
