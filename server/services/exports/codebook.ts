import { missingCodes } from '../../../scoring/subjective/key.ts'
import type { Text } from '../../../scoring/text.ts'
import { formOf } from '../../../surveys/answers/form.ts'
import { textOf } from '../../../surveys/answers/text.ts'
import type { Published } from '../published.ts'
import { columnNames } from './columns.ts'

/** A column of exported responses, as statisticians' programs describe it. */
export interface CodedColumn {
  name: string
  kind: 'number' | 'text'
  label: Text
  values: { code: string | number; label: Text }[]
  /** Codes that are no rating. */
  missing: number[]
}

const fixed: Record<string, [CodedColumn['kind'], Text]> = {
  respondent: ['number', { zh: '序号', en: 'Running number' }],
  channel: ['text', { zh: '渠道', en: 'Channel' }],
  cell: ['text', { zh: '单元（校准变量的组合）', en: 'Cell (calibration variables combined)' }],
  base_weight: ['number', { zh: '设计权重', en: 'Base weight' }],
  final_weight: ['number', { zh: '最终权重', en: 'Final weight' }],
  flags: ['text', { zh: '质量标记', en: 'Quality flags' }],
  fpc: ['number', { zh: '层内总体人数', en: 'Persons in the stratum' }],
}

const notRated: CodedColumn['values'] = [
  { code: missingCodes.notApplicable, label: { zh: '未问到', en: 'Not asked' } },
  { code: missingCodes.dontKnow, label: { zh: '不了解或没用过', en: 'Don’t know / have not used' } },
  { code: missingCodes.skipped, label: { zh: '跳过', en: 'Skipped' } },
]

/** Every column in the order of `responses.csv`, with the words for its codes. */
export function codebookOf(survey: Pick<Published, 'design' | 'key' | 'questionnaire'>): CodedColumn[] {
  const { design, key } = survey
  const questions = new Map(formOf(survey.questionnaire).questions.map((question) => [question.name, question]))
  return columnNames(survey).map((name): CodedColumn => {
    const variable = design.variables.find((one) => one.name === name)
    if (variable) return { name, kind: 'text', label: variable.label, values: variable.categories, missing: [] }
    const item = key.items.find((one) => one.name === name)
    if (item) {
      const points = (questions.get(name)?.choices ?? []).flatMap(({ value, text }) =>
        typeof value === 'number' && value <= key.scale.max ? [{ code: value, label: textOf(text ?? value) }] : [],
      )
      const values = [...points.sort((a, b) => a.code - b.code), ...notRated]
      return { name, kind: 'number', label: item.label, values, missing: Object.values(missingCodes) }
    }
    const [kind, label] = fixed[name] ?? ['text', { zh: name, en: name }]
    return { name, kind, label, values: [], missing: [] }
  })
}
