import type { Margin, SurveyDesign, Variable } from '../../scoring/sampling/design.ts'
import { usual } from '../answers/eligibility.ts'
import { type Json, listOf } from '../answers/json.ts'
import { elementsIn } from '../elements.ts'
import { valuesOf } from './choiceLists.ts'
import { type Fault, type Report, reportTo } from './fault.ts'

/** A quota as far as it has to fit the design. */
export interface FittingQuota {
  id: string
  variables: string[]
  categories: string[]
  target: number
}

/** Everything in which a design and its quotas do not fit the questionnaire, or each other. */
export function designFaults(
  questionnaire: Record<string, unknown>,
  design: SurveyDesign,
  quotas: readonly FittingQuota[] = [],
): Fault[] {
  const faults: Fault[] = []
  const report = reportTo(faults, 'design')
  const questions = new Map(
    elementsIn(questionnaire)
      .filter(({ kind }) => kind === 'question')
      .map(({ json }) => [String(json.name), json]),
  )
  checkVariables(design, questions, report)
  for (const [at, margin] of design.margins.entries()) checkMargin(`margins[${at}]`, margin, design, report)
  checkCalibration(design, report)
  checkForms(design, questions, report)
  const ids = new Set<string>()
  for (const quota of quotas) {
    if (ids.has(quota.id)) report.error(`quotas.${quota.id}`, '配额编号重复', 'The id of the quota is used twice')
    ids.add(quota.id)
    checkQuota(quota, design, report)
  }
  return faults
}

function checkVariables({ variables }: SurveyDesign, questions: Map<string, Json>, { error }: Report) {
  const names = new Set<string>()
  for (const variable of variables) {
    const path = `variables.${variable.name}`
    if (names.has(variable.name)) error(path, '变量名重复', 'The name of the variable is used twice')
    names.add(variable.name)
    const question = questions.get(variable.question)
    if (!question) {
      error(
        `${path}.question`,
        `问卷中没有 ${variable.question}`,
        `The questionnaire has no question ${variable.question}`,
      )
    } else if (question.screening !== true) {
      error(
        `${path}.question`,
        `${variable.question} 不是甄别题（screening）：配额和校准的变量都应在开头问`,
        `${variable.question} is not marked as screening: every variable of quotas and calibration is asked at the beginning`,
      )
    } else checkCategories(path, variable, question, { error })
  }
}

function checkCategories(path: string, { categories }: Variable, question: Json, { error }: Pick<Report, 'error'>) {
  const values = valuesOf(question)
  const out = question.screensOut === undefined ? usual : listOf(question.screensOut)
  const codes = new Set<string>()
  const taken = new Map<unknown, string>()
  for (const { code, values: own } of categories) {
    const place = `${path}.${code}`
    if (code === '' || code.includes('|'))
      error(place, '类别代码不能为空或含 |', 'The code of a category must not be empty or hold |')
    if (codes.has(code)) error(place, '类别代码重复', 'The code of the category is used twice')
    codes.add(code)
    if (own.length === 0) error(place, '没有对应的选项', 'No answer falls into it')
    for (const value of own) {
      const before = taken.get(value)
      if (before !== undefined)
        error(place, `选项 ${value} 已归入 ${before}`, `The answer ${value} falls into ${before} already`)
      taken.set(value, code)
      if (!values.includes(value)) error(place, `题目没有选项 ${value}`, `The question has no choice ${value}`)
      else if (out.includes(value))
        error(place, `选择 ${value} 的人已被筛除`, `Whoever answers ${value} is screened out`)
    }
  }
}

function checkMargin(path: string, { variables, counts }: Margin, design: SurveyDesign, { error }: Report) {
  const known = categoriesOf(design, variables)
  if (variables.length === 0) error(path, '没有变量', 'It has no variable')
  if (!known) {
    error(path, `设计中没有变量 ${variables.join('、')}`, `The design has no variable ${variables.join(', ')}`)
    return
  }
  const given = new Set<string>()
  for (const { categories, count } of counts) {
    const cell = categories.join('|')
    const shown = categories.join(' × ')
    if (given.has(cell)) error(path, `${shown} 出现两次`, `${shown} is there twice`)
    given.add(cell)
    if (!known.has(cell)) error(path, `没有类别 ${shown}`, `There is no category ${shown}`)
    if (!Number.isFinite(count) || count < 0)
      error(path, `${shown} 的人数应为不小于 0 的数`, `The count of ${shown} must be a number of 0 or more`)
  }
  const absent = [...known].filter((cell) => !given.has(cell)).map((cell) => cell.replaceAll('|', ' × '))
  if (absent.length > 0) error(path, `缺少 ${absent.join('、')} 的人数`, `No count for ${absent.join(', ')}`)
  if (!(counts.reduce((sum, { count }) => sum + count, 0) > 0)) error(path, '总人数为 0', 'The counts add up to 0')
}

/** Every combination of categories of these variables (of none: everybody); undefined where one of them is unknown. */
function categoriesOf({ variables }: SurveyDesign, names: string[]): Set<string> | undefined {
  let cells: string[][] = [[]]
  for (const name of names) {
    const variable = variables.find((one) => one.name === name)
    if (!variable) return undefined
    cells = cells.flatMap((cell) => variable.categories.map(({ code }) => [...cell, code]))
  }
  return new Set(cells.map((cell) => cell.join('|')))
}

function checkCalibration({ calibration, margins }: SurveyDesign, { error }: Report) {
  if (calibration.method === 'none') return
  const path = 'calibration'
  const strange = calibration.margins.filter((at) => !margins[at])
  if (strange.length > 0) error(path, `没有总体结构 ${strange.join('、')}`, `There is no margin ${strange.join(', ')}`)
  if (calibration.margins.length === 0) error(path, '没有选择总体结构', 'No margin is chosen')
  if (!(calibration.populationTotal > 0)) error(path, '总体人数应大于 0', 'The population total must be above 0')
}

function checkForms({ forms, variables }: SurveyDesign, questions: Map<string, Json>, { error }: Report) {
  if (!forms) return
  const variable = variables.find(({ name }) => name === forms.variable)
  if (!variable) {
    error('forms', `设计中没有变量 ${forms.variable}`, `The design has no variable ${forms.variable}`)
    return
  }
  for (const [form, items] of Object.entries(forms.asks)) {
    if (!variable.categories.some(({ code }) => code === form))
      error('forms', `没有类别 ${form}`, `There is no category ${form}`)
    for (const item of items.filter((name) => questions.get(name)?.indicator === undefined)) {
      error(`forms.${form}`, `${item} 不是评分题`, `${item} is no rated item`)
    }
  }
}

function checkQuota({ id, variables, categories, target }: FittingQuota, design: SurveyDesign, { error }: Report) {
  const path = `quotas.${id}`
  if (!categoriesOf(design, variables)?.has(categories.join('|'))) {
    const shown = variables.map((name, at) => `${name} = ${categories[at]}`).join(', ')
    error(path, `设计中没有 ${shown}`, `The design has no ${shown}`)
  }
  if (!Number.isInteger(target) || target < 0)
    error(path, '目标应为不小于 0 的整数', 'The target must be a whole number of 0 or more')
}
