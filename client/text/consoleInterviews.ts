/** What the pages say on which interviewers work. */
export const interviews = {
  title: { zh: '入户访问', en: 'Interviews' },
  none: {
    zh: '还没有安排您负责的调查，请联系调查管理人员。',
    en: 'You have not been given a survey yet. Please ask whoever runs the fieldwork.',
  },
  begin: { zh: '开始访问', en: 'Begin an interview' },
  next: { zh: '下一页', en: 'Next page' },
  back: { zh: '上一页', en: 'Back' },
  send: { zh: '提交答卷', en: 'Send the answers' },
  another: { zh: '访问下一位', en: 'Interview somebody else' },
  page: { zh: '第 {n} 页，共 {of} 页', en: 'Page {n} of {of}' },
  sheet: { zh: '问卷', en: 'Questionnaire' },
  howTo: {
    zh: '请逐字念出题目和选项，不要提示或替居民选择；没用过或说不清的，选“没用过/说不好”。居民可随时停下。',
    en: 'Read questions and choices out word by word, suggest nothing, choose nothing for them; “not used or can’t say” is an answer. People may stop at any time.',
  },
  called: { zh: '名单编号（抽中的电话或地址）', en: 'Number in the list (of a drawn telephone or address)' },
  calledHelp: {
    zh: '填上编号，答卷即按抽样权重计入，每个编号只用一次；不在名单上的居民留空。',
    en: 'With it the answers get the weight of the drawn sample, once each; leave it empty for anybody else.',
  },
  language: { zh: '问卷语言', en: 'Language of the questions' },
  taken: { zh: '答卷已保存', en: 'The answers are stored' },
  receipt: {
    zh: '请把回执码交给居民：凭它可以查询，也可以撤回。',
    en: 'Give the receipt to the person: with it they can look it up, and withdraw.',
  },
  notEligible: {
    zh: '这位居民不在本次调查的对象范围，已计数，答案不保存。请致谢后访问下一位。',
    en: 'This person is outside the survey: counted, no answers kept. Thank them and go on with somebody else.',
  },
  quotaFull: {
    zh: '这一类居民已收满，答案不保存。请致谢后访问下一位。',
    en: 'There are enough people like this one; no answers are kept. Thank them and go on with somebody else.',
  },
  declined: {
    zh: '居民不同意参加，没有保存任何答案。请致谢后访问下一位。',
    en: 'This person declines; nothing is kept. Thank them and go on with somebody else.',
  },
  outcome: { zh: '登记没有完成的访问', en: 'Note a call without answers' },
  outcomeHelp: {
    zh: '电话或上门没有问成的，按名单编号或邀请码登记结果，用于计算应答率。完成的访问自动计入。',
    en: 'Where a call or visit brought no answers, note what it came to, by the office’s number or the code of the invitation: response rates are made of it. Completed interviews are counted by themselves.',
  },
  reference: { zh: '名单编号', en: 'Number in the list' },
  code: { zh: '或邀请码', en: 'or code of the invitation' },
  cameTo: { zh: '结果', en: 'What it came to' },
  note: { zh: '登记', en: 'Note it' },
  noted: { zh: '已登记', en: 'Noted' },
  notOpen: {
    zh: '这项调查现在不接收答卷（{state}）。',
    en: 'This survey takes no answers now ({state}).',
  },
  gone: { zh: '没有这项调查，或不由您负责。', en: 'There is no such survey, or it is not yours.' },
} as const
