/** What a poster says. */
export const poster = {
  name: { zh: '海报', en: 'poster' },
  scan: { zh: '扫码答卷，约 {minutes} 分钟，匿名', en: 'Scan to answer: about {minutes} minutes, anonymous' },
  until: { zh: '截止 {date}', en: 'Until {date}' },
  foot: { zh: '主办：{organiser}　咨询：{contact}', en: '{organiser} · {contact}' },
  madeUp: { zh: '示例数据', en: 'Made-up data' },
} as const
