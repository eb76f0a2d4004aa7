import type { Manifest } from './manifest.ts'

const about: Record<Manifest['kind'], string> = {
  full: `完整包：含去标识的逐人答卷，供审核与协议审计使用，请勿公开。它能重算结果中的每一个数。
The full package: de-identified responses of single persons, for evaluators and auditors under agreement; not to be
published. It reproduces every number of the result.`,
  public: `公开包：人口属性已归并，每种公开属性组合（含权数）至少 5 人，权数按归并后的总体结构重新计算。它重算自己的调查得分
（survey/public-score.json，与正式得分并列），客观部分按正式得分重算。
The public package: demographics are coarsened so that at least five people share each combination of what is told of
them, the weight included; weights are computed anew. It reproduces its own survey score (survey/public-score.json, beside
the official one), and everything else with the official score.`,
}

/** What is in a package and how to recompute it. */
export const readme = (kind: Manifest['kind'], madeUp: boolean): string => `# GB/T 33356—2022 · 结果包 / result package
${madeUp ? '\n**示例数据，非真实结果。 Made-up data, not a real result.**\n' : ''}
${about[kind]}

| file | 内容 |
|---|---|
| manifest.json | 各文件的 SHA-256、程序版本 / hashes of all files, program version |
| result.json | 结果 / the result, unrounded |
| inputs/*.csv | 填报数据、导入得分 / facts, imported scores |
| survey/responses.csv | 答卷：题目代码、单元、权数 / codes (97 not applicable, 98 don't know, 99 skipped), cell, weights |
| survey/survey.json | 设计、总体结构、计分规则 / design, margins, scoring key |
| survey/questionnaire.json | 问卷 / the questionnaire (SurveyJS) |
| r/recompute.R | 用 R 的 survey 包重算 / recomputes the survey score with R's survey package: Rscript r/recompute.R |

\`tiyan verify PACKAGE.zip\` 重算全部并逐数比较 / recomputes everything and compares every number.
`
