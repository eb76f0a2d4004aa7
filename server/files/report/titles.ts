import type { Text } from '../../../scoring/text.ts'

/** The chapters of a report, in order. */
export const titles = {
  findings: { zh: '一、主要结论', en: '1 Key findings' },
  method: { zh: '二、评价依据与方法', en: '2 Basis and method' },
  sample: { zh: '三、样本与披露', en: '3 Sample and disclosure' },
  scores: { zh: '四、得分', en: '4 Scores' },
  survey: { zh: '五、市民体验', en: '5 Citizen experience' },
  weak: { zh: '六、薄弱环节', en: '6 Weak points' },
  recommendations: { zh: '七、改进建议（由评价机构填写）', en: '7 Recommendations (to be filled in)' },
  items: { zh: '附录 A  分项得分', en: 'Appendix A  Items' },
  traces: { zh: '附录 B  计算过程', en: 'Appendix B  How the items came about' },
  rulings: { zh: '附录 C  所用口径', en: 'Appendix C  Rulings applied' },
} satisfies Record<string, Text>

export type Chapter = keyof typeof titles
export const chapters = Object.keys(titles) as Chapter[]
