import type { FileChild } from 'docx'
import { disclosureOf } from '../../../../scoring/subjective/disclosure.ts'
import { type Report, score } from '../input.ts'
import { heading1, heading2, paragraph, small, tableCaption, tableOf } from '../style.ts'
import { participationPart } from './participation.ts'

/** By what the evaluation goes, and how the numbers came about. */
export function method({ say, language, book, frozen, scheme }: Report): FileChild[] {
  const moment = `${book.computedAt.slice(0, 16).replace('T', ' ')} UTC`
  const text = (zh: string, en: string) => paragraph(say({ zh, en }), language)
  return [
    heading1('method', language),
    text(
      `本评价依据 ${book.standard}《新型智慧城市评价指标》${scheme.source.zh}，采用“${scheme.name.zh}”指标体系。总分为各一级指标加权求和，再减去信息安全扣分（第 7 章）；客观指标占 60%，市民体验占 40%。`,
      `The evaluation follows ${book.standard}, ${scheme.source.en}: “${scheme.name.en}”. The total is the weighted sum of the L1s minus the deductions for information security (section 7); objective indicators weigh 60 %, citizen experience 40 %.`,
    ),
    text(
      '计算过程不取舍，只在显示时保留两位小数。标准文字不明确之处按编号的口径处理，见附录。缺项不按 0 分计，而给出可能的上下限。',
      'Nothing is rounded on the way; two decimals are shown. Unclear passages of the standard are read by numbered rulings (see the appendix). What is missing is not counted as 0 but given as bounds.',
    ),
    text(
      '市民体验得分按 SR-1 规则计算：先由评分者的答案得到各题加权平均，再合成维度和总分；标准误由全部题目联合线性化并考虑校准残差得到。',
      'The survey score follows rule SR-1: weighted means of the items over those who rated them, then dimensions, then the whole; standard errors by linearisation over all items together, with calibration residuals.',
    ),
    ...(frozen
      ? [
          small(
            say({
              zh: `本报告依据已冻结的结果第 ${frozen.version} 版，SHA-256：${frozen.contentHash}`,
              en: `This report is of frozen version ${frozen.version} of the result, SHA-256: ${frozen.contentHash}`,
            }),
          ),
        ]
      : [
          small(
            say({
              zh: `本报告依据 ${moment} 的数据计算，未冻结`,
              en: `This report was computed from the data as of ${moment}; the result is not frozen`,
            }),
          ),
        ]),
  ]
}

/** Who was asked, how they were weighted, and what a reader must know of it. */
export function sample(report: Report): FileChild[] {
  const { say, language, region, numbers } = report
  const { survey, background } = region
  const head = heading1('sample', language)
  if (!survey) {
    const text = say({
      zh: '市民体验得分为外部导入，本报告不含样本信息。',
      en: 'The survey score was imported; this report has nothing of its sample.',
    })
    return [head, paragraph(text, language)]
  }
  const { calibration } = survey
  const kind = {
    probability: { zh: '概率样本', en: 'a probability sample' },
    model: {
      zh: '非概率样本，区间依赖加权模型',
      en: 'not a probability sample; its interval rests on the weighting model',
    },
  }[survey.kind]
  const about = say({
    zh: `计入得分的答卷 ${survey.respondents} 份，有效样本量 ${Math.round(survey.nEffective)}（设计效应 ${score(survey.designEffect)}），${kind.zh}。权数最小 ${score(calibration.smallestWeight)}，最大 ${score(calibration.largestWeight)}。`,
    en: `${survey.respondents} responses are in the score, an effective sample size of ${Math.round(survey.nEffective)} (design effect ${score(survey.designEffect)}): ${kind.en}. Weights from ${score(calibration.smallestWeight)} to ${score(calibration.largestWeight)}.`,
  })
  const shares = background?.fieldwork?.shares ?? []
  const percent = (share: number) => `${score(share * 100)}%`
  return [
    head,
    paragraph(about, language),
    paragraph(
      say(
        background?.fieldwork?.participation?.disclosure ??
          disclosureOf(
            survey,
            shares.map(({ label }) => label),
          ),
      ),
      language,
    ),
    ...participationPart(report, background?.fieldwork?.participation ?? null),
    ...(shares.length > 0
      ? [
          tableCaption(numbers, say({ zh: '样本结构与总体结构', en: 'Sample and population' }), language),
          tableOf(
            [
              { header: say({ zh: '变量', en: 'Variable' }), width: 15 },
              { header: say({ zh: '类别', en: 'Category' }), width: 31 },
              { header: say({ zh: '答卷', en: 'Responses' }), width: 18, right: true },
              { header: say({ zh: '样本', en: 'Sample' }), width: 15, right: true },
              { header: say({ zh: '总体', en: 'Population' }), width: 21, right: true },
            ],
            shares.flatMap(({ label, categories }) =>
              categories.map((one) => [
                ...[say(label), say(one.label), String(one.sample)],
                ...[percent(one.sampleShare), percent(one.populationShare)],
              ]),
            ),
          ),
        ]
      : []),
    ...[...(background?.fieldwork?.decisions ?? []), ...survey.cautions.map(({ text }) => text)].flatMap((text, at) => [
      ...(at === 0 ? [heading2(say({ zh: '决定与提示', en: 'Decisions and cautions' }))] : []),
      small(say(text)),
    ]),
  ]
}
