/** What is said on quality rules, and on the responses that they have flagged. */
export const flagText = {
  title: { zh: '按规则剔除或恢复', en: 'Exclude or restore by rule' },
  help: {
    zh: '规则在发布时冻结，达到 {threshold} 分的答卷自动剔除。这里可以把带有某一标记的答卷一起剔除或恢复：先看对得分的影响，再写原因。',
    en: 'The rules were frozen at publication; from {threshold} points on a response is excluded by itself. Here all that have a flag are excluded or restored together: look at the effect on the score first, then say why.',
  },
  noRules: { zh: '本调查发布时没有设置质量规则。', en: 'This survey was published without quality rules.' },
  rule: { zh: '规则', en: 'Rule' },
  noneFlagged: { zh: '还没有答卷被标记', en: 'No response has been flagged yet' },
  exclude: { zh: '剔除', en: 'Exclude' },
  restore: { zh: '恢复', en: 'Restore' },
  excludeOf: { zh: '剔除所有“{name}”的答卷', en: 'Exclude all with the flag “{name}”' },
  restoreOf: { zh: '恢复所有“{name}”的答卷', en: 'Restore all with the flag “{name}”' },
  scan: { zh: '现在检查一遍', en: 'Judge all of them now' },
  scanned: {
    zh: '最近一次检查：{time}，共 {n} 份，剔除 {excluded} 份，恢复 {restored} 份。',
    en: 'Last scan: {time}, {n} responses, {excluded} excluded, {restored} restored.',
  },
  neverScanned: { zh: '还没有全面检查过。', en: 'There was no scan of all of them yet.' },
  devices: {
    phone: { zh: '手机', en: 'Phone' },
    tablet: { zh: '平板', en: 'Tablet' },
    desktop: { zh: '电脑', en: 'Computer' },
    plain: { zh: '无脚本页面', en: 'Plain page' },
  },
} as const
