import type { Language, Text } from '../../../scoring/text.ts'
import type { RecordsFile } from '../../shapes/records.ts'

const titles = {
  head: { zh: '调查记录（ISO 20252）', en: 'Survey records (ISO 20252)' },
  record: { zh: '人工记录', en: 'Written down by people' },
  retention: { zh: '留存', en: 'Retention' },
  questionnaire: { zh: '问卷', en: 'Questionnaire' },
  legalMarks: { zh: '法定标识', en: 'Legal marks' },
  fieldwork: { zh: '实施', en: 'Fieldwork' },
  sample: { zh: '样本与处置', en: 'Sample and dispositions' },
  quotas: { zh: '配额', en: 'Quotas' },
  margins: { zh: '总体结构及来源', en: 'Population margins and their sources' },
  decisions: { zh: '关于总体结构的说明', en: 'What was decided about the margins' },
  quality: { zh: '质量规则与剔除', en: 'Quality rules and exclusions' },
  weighting: { zh: '加权', en: 'Weighting' },
  log: { zh: '操作日志', en: 'Log' },
  madeUp: { zh: '示例数据', en: 'Made-up data' },
} as const satisfies Record<string, Text>

const parts = [
  ...(['record', 'retention', 'questionnaire', 'legalMarks', 'fieldwork', 'sample'] as const),
  ...(['quotas', 'margins', 'decisions', 'quality', 'weighting', 'log'] as const),
]

/** The records as a page to print, in one language; the JSON has the same. */
export function recordsHtml(file: RecordsFile, language: Language): string {
  const { title, region, survey, madeAt, madeUp, program } = file
  const name = `${titles.head[language]}：${title[language]}`
  const sections = parts.map((part) => `<h2>${titles[part][language]}</h2>${shown(file[part], language)}`)
  const mark = madeUp ? ` <strong>${titles.madeUp[language]}</strong>` : ''
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><title>${escaped(name)}</title></head>
<body><h1>${escaped(name)}</h1><p>${escaped(`${region.name[language]} · ${survey} · ${madeAt} · ${program.name} ${program.version}`)}${mark}</p>
${sections.join('\n')}
</body></html>
`
}

/** A value as a list or table of its parts; texts in the language asked for. */
function shown(value: unknown, language: Language): string {
  if (value === null || value === undefined || value === '') return '—'
  if (Array.isArray(value))
    return value.length === 0 ? '—' : `<ul>${value.map((one) => `<li>${shown(one, language)}</li>`).join('')}</ul>`
  if (typeof value !== 'object') return escaped(String(value))
  if (isText(value)) return escaped(value[language])
  const rows = Object.entries(value).map(
    ([name, one]) => `<tr><th scope="row" align="left">${escaped(name)}</th><td>${shown(one, language)}</td></tr>`,
  )
  return `<table>${rows.join('')}</table>`
}

const isText = (value: object): value is Text =>
  'zh' in value && 'en' in value && Object.keys(value).length === 2 && typeof value.zh === 'string'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
