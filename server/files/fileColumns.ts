import type { ColumnRule } from './columns.ts'
import { type FileProblem, fileProblem } from './problem.ts'
import type { TableRecord } from './records.ts'

// The first name of each is the contract's (or the template's); names are compared without regard to case and width.

/** Columns that explain a row to people; of facts, source, date and note are kept, the others are not read. */
export const remarkColumns = {
  name: { names: ['name', '名称', '指标名称'] },
  unit: { names: ['unit', '单位'] },
  how: { names: ['how to fill in', '填法'] },
  code: { names: ['code', '代码'] },
  source: { names: ['source', '来源', '数据来源'] },
  date: { names: ['date', '日期', '数据日期'] },
  note: { names: ['note', '备注', '说明', 'notes', 'remark', 'remarks', 'comment', 'comments'] },
} as const satisfies Record<string, ColumnRule>

export const regionColumn = { names: ['region', '地区', '地区代码', '行政区划代码'] } as const satisfies ColumnRule

export const factColumns = {
  region: regionColumn,
  indicator: { names: ['indicator', '指标', '分项', 'item', '指标代码', '分项代码'], required: true },
  input: { names: ['input', '填报项'], required: true },
  value: { names: ['value', '值', '填报值', '数值'], required: true },
  ...remarkColumns,
} as const satisfies Record<string, ColumnRule>

export const scoreColumns = {
  region: regionColumn,
  indicator: { names: ['indicator', '指标', '分项', 'item', '指标代码', '分项代码'], required: true },
  score: { names: ['score', '得分', '分数', '分值', '分项分数'], required: true },
  ...remarkColumns,
} as const satisfies Record<string, ColumnRule>

export const surveyColumns = {
  region: regionColumn,
  score: { names: ['score', '得分', '分数', '市民体验调查得分'], required: true },
  se: { names: ['se', '标准误', 'standard error'] },
  kind: { names: ['kind', '样本类型', '样本性质'] },
  ...remarkColumns,
} as const satisfies Record<string, ColumnRule>

/** Where a file has a region column, every row must name its region. */
export function missingRegion<K extends string>(record: TableRecord<K | 'region'>): FileProblem | null {
  if (record.columns.at.region === undefined || record.cell('region').text.trim() !== '') return null
  return fileProblem('missing-region', {}, record.address('region'))
}
