import type { Language, Text } from '../../../scoring/text.ts'
import type { Published } from '../published.ts'
import { type CodedColumn, codebookOf } from './codebook.ts'

/**
 * A survey described by DDI-Codebook 2.5: study, file `responses.csv`, every column with its labels, codes, missing codes
 * and weight.
 */
export function ddiCodebook(survey: Published, region: Text, respondents: number, at: string): string {
  const { title, settings, design, opensAt, closesAt } = survey
  const columns = codebookOf(survey)
  const sources = design.margins.map(({ variables, source }) => ({
    zh: `${variables.join(' × ')}：${source.zh}`,
    en: `${variables.join(' × ')}: ${source.en}`,
  }))
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<codeBook xmlns="ddi:codebook:2_5" version="2.5" xml:lang="zh-CN">',
    ' <docDscr><citation><titlStmt>',
    titles(title),
    ` </titlStmt><prodStmt><prodDate date="${at.slice(0, 10)}">${at.slice(0, 10)}</prodDate><software>Tiyan</software></prodStmt></citation></docDscr>`,
    ' <stdyDscr><citation><titlStmt>',
    titles(title),
    `  <IDNo>${escaped(survey.id)}</IDNo></titlStmt>`,
    `  <rspStmt>${oneText('AuthEnty', settings.welcome.organiser, 'zh')}</rspStmt></citation>`,
    '  <stdyInfo>',
    texts('abstract', settings.welcome.purpose, 3),
    `   <sumDscr>${dates(opensAt, closesAt)}${oneText('geogCover', region, 'zh')}${oneText('universe', universe, 'zh')}</sumDscr>`,
    '  </stdyInfo>',
    '  <method><dataColl>',
    texts('sampProc', sampling, 3),
    `   <sources>${sources.map((source) => oneText('dataSrc', source, 'zh')).join('')}</sources>`,
    texts('weight', weighting, 3),
    '  </dataColl>',
    ...design.decisions.map((decision) => texts('notes', decision, 3)),
    '  </method>',
    ' </stdyDscr>',
    ` <fileDscr ID="F1"><fileTxt><fileName>responses.csv</fileName><dimensns><caseQnty>${respondents}</caseQnty><varQnty>${columns.length}</varQnty></dimensns><fileType charset="UTF-8">CSV</fileType></fileTxt></fileDscr>`,
    ' <dataDscr>',
    ...columns.map(variable),
    ' </dataDscr>',
    '</codeBook>',
  ].join('\n')}\n`
}

const universe: Text = {
  zh: '在本地居住满六个月的16岁及以上居民',
  en: 'Residents of 16 and over, living there six months or more',
}
const sampling: Text = {
  zh: '样本类型随渠道而定：由抽样框抽取邀请码的为概率样本，公开链接与签名链接为非概率样本。',
  en: 'The kind of the sample hangs on the channel: invitations drawn from a frame are a probability sample, open and signed links are not.',
}
const weighting: Text = {
  zh: '最终权重 final_weight：由设计权重 base_weight 按总体结构迭代比例拟合（raking）得到，合计为总体人数。',
  en: 'final_weight: base_weight raked to the population margins; it adds up to the population.',
}

const titles = (title: Text): string => `  ${oneText('titl', title, 'zh')}${oneText('parTitl', title, 'en')}`

function variable({ name, kind, label, values, missing }: CodedColumn): string {
  const weight = name === 'final_weight' ? ' wgt="wgt"' : ''
  const weighted = missing.length > 0 ? ' wgt-var="V_final_weight"' : ''
  return [
    `  <var ID="V_${escaped(name)}" name="${escaped(name)}" files="F1" intrvl="${values.length > 0 ? 'discrete' : 'contin'}"${weight}${weighted}>`,
    texts('labl', label, 3),
    ...values.map(({ code, label }) => {
      const none = typeof code === 'number' && missing.includes(code) ? ' missing="Y"' : ''
      return `   <catgry${none}><catValu>${escaped(String(code))}</catValu>${oneText('labl', label, 'zh')}${oneText('labl', label, 'en')}</catgry>`
    }),
    `   <varFormat type="${kind === 'number' ? 'numeric' : 'character'}"/>`,
    '  </var>',
  ].join('\n')
}

function dates(from: string | null, to: string | null): string {
  const one = (event: string, moment: string | null) =>
    moment === null ? '' : `<collDate event="${event}" date="${moment.slice(0, 10)}">${moment.slice(0, 10)}</collDate>`
  return one('start', from) + one('end', to)
}

const locales: Record<Language, string> = { zh: 'zh-CN', en: 'en' }

const oneText = (tag: string, text: Text, language: Language): string =>
  `<${tag} xml:lang="${locales[language]}">${escaped(text[language])}</${tag}>`

const texts = (tag: string, text: Text, indent: number): string =>
  (['zh', 'en'] as const).map((language) => ' '.repeat(indent) + oneText(tag, text, language)).join('\n')

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
