import { intervalName } from '../../../scoring/subjective/disclosure.ts'
import { groupFlagText, suppressionText } from '../../../scoring/subjective/groupText.ts'
import { missingCodes } from '../../../scoring/subjective/key.ts'
import type { Language, Text } from '../../../scoring/text.ts'
import type { Value } from '../xlsx/book.ts'
import { columns } from './listSheets.ts'
import type { ResultBook } from './resultBook.ts'
import type { Sheet } from './scoreSheets.ts'

/** Groups by the variables of the design; what must not be shown is withheld, with the reason. */
export function groupSheet({ regions }: ResultBook, language: Language): Sheet {
  const rows = regions.flatMap(({ background }) =>
    (background?.fieldwork?.groups ?? []).flatMap(({ label, groups }) =>
      groups.map(({ label: category, n, nEffective, score, se, interval, suppressed, flags }): Value[] => [
        label[language],
        category[language],
        n,
        suppressed === null ? nEffective : null,
        ...[score, se, ...(interval ?? [null, null])],
        [...(suppressed ? [suppressionText[suppressed]] : []), ...flags.map((flag) => groupFlagText[flag])]
          .map((text) => text[language])
          .join(' '),
      ]),
    ),
  )
  return {
    columns: columns(
      language,
      ...([
        ['variable', 12],
        ['category', 26],
        ['respondents', 10, '0'],
        ['nEffective', 12, '0'],
        ['score', 10],
        ['se', 10],
        ['low', 12],
        ['high', 12],
        ['remark', 44],
      ] as const),
    ),
    rows,
  }
}

/** Who answered beside who lives there. */
export function sampleSheet({ regions }: ResultBook, language: Language): Sheet {
  const rows = regions.flatMap(({ background }) =>
    (background?.fieldwork?.shares ?? []).flatMap(({ label, categories }) =>
      categories.map(({ label: category, sample, sampleShare, populationShare, ratio }): Value[] => [
        label[language],
        category[language],
        sample,
        sampleShare * 100,
        populationShare * 100,
        ratio,
      ]),
    ),
  )
  return {
    columns: columns(
      language,
      ...([
        ['variable', 12],
        ['category', 26],
        ['respondents', 10, '0'],
        ['sampleShare', 13],
        ['populationShare', 13],
        ['ratio', 12],
      ] as const),
    ),
    rows,
  }
}

/** How the sample was weighted, and how precise it is. */
export function weightingSheet({ regions }: ResultBook, language: Language): Sheet {
  const rows = regions.flatMap(({ survey, background }): Value[][] => {
    if (!survey) return []
    const { calibration } = survey
    const name = intervalName[survey.kind]
    const line = (zh: string, en: string, value: Value): Value[] => [{ zh, en }[language], value]
    const yes = { zh: '是', en: 'yes' }[language]
    const no = { zh: '否', en: 'no' }[language]
    return [
      line('得分', 'Score', survey.score),
      line('标准误', 'Standard error', survey.se),
      line(`${name.zh}下限`, `${name.en}, from`, survey.interval?.[0] ?? null),
      line(`${name.zh}上限`, `${name.en}, to`, survey.interval?.[1] ?? null),
      line('样本性质', 'Kind of sample', kinds[survey.kind][language]),
      line('计入得分的答卷', 'Responses in the score', survey.respondents),
      line('有效样本量(Kish)', 'Effective sample size (Kish)', survey.nEffective),
      line('设计效应(Kish)', 'Design effect (Kish)', survey.designEffect),
      line('自由度', 'Degrees of freedom', survey.degreesOfFreedom),
      line('校准方法', 'Calibration', methods[calibration.method][language]),
      line('已收敛', 'Converged', calibration.converged ? yes : no),
      line('权数之和', 'Sum of the weights', calibration.sumOfWeights),
      line('最小权数', 'Smallest weight', calibration.smallestWeight),
      line('最大权数', 'Largest weight', calibration.largestWeight),
      ...(background?.fieldwork?.decisions ?? []).map((decision) => line('决定', 'Decision', decision[language])),
    ]
  })
  return { columns: columns(language, ['measure', 30], ['value', 60, '0.####']), rows }
}

const kinds: Record<'probability' | 'model', Text> = {
  probability: { zh: '概率样本', en: 'probability sample' },
  model: { zh: '非概率样本（区间依模型）', en: 'no probability sample (model-based interval)' },
}

const methods: Record<'none' | 'rake', Text> = {
  none: { zh: '不校准', en: 'none' },
  rake: { zh: '按总体结构迭代加权(raking)', en: 'raked to the margins' },
}

/** What the score would be by other common choices: never the score itself. */
export function sensitivitySheet({ regions }: ResultBook, language: Language): Sheet {
  const rows = regions.flatMap(({ background }) =>
    (background?.fieldwork?.alternatives ?? []).map(({ label, score, se, interval }): Value[] => [
      label[language],
      ...[score, se, ...(interval ?? [null, null])],
    ]),
  )
  return { columns: columns(language, ['method', 44], ['score', 10], ['se', 10], ['low', 12], ['high', 12]), rows }
}

/** What a reader of the survey score must know. */
export function cautionSheet({ regions }: ResultBook, language: Language): Sheet {
  const rows = regions.flatMap(({ survey }) =>
    (survey?.cautions ?? []).map(({ subject, text }): Value[] => [subject, text[language]]),
  )
  return { columns: columns(language, ['code', 16], ['remark', 90]), rows }
}

/** What the codes of the exported responses mean. */
export function codebookSheet({ regions }: ResultBook, language: Language): Sheet {
  const codes = {
    zh: `1–5 评分；${missingCodes.notApplicable} 不适用；${missingCodes.dontKnow} 不了解或没用过；${missingCodes.skipped} 未作答`,
    en: `1–5 rating; ${missingCodes.notApplicable} not applicable; ${missingCodes.dontKnow} don't know or not used; ${missingCodes.skipped} skipped`,
  }[language]
  const rows = regions.flatMap(({ survey }) =>
    (survey?.items ?? []).map(({ name, label, dimension, indicator }): Value[] => [
      ...[name, label[language], dimension, indicator, codes],
    ]),
  )
  return {
    columns: columns(language, ['code', 9], ['question', 50], ['dimension', 11], ['indicator', 11], ['codes', 50]),
    rows,
  }
}
