/** What the page on records and retention says. */

export const records = {
  title: { zh: '调查记录（ISO 20252）', en: 'Survey records (ISO 20252)' },
  help: {
    zh: '问卷版本、配额变动、处置、加权、操作日志由平台自动记录；下面是要由人写下的部分。',
    en: 'Questionnaire, changes of quotas, dispositions, weighting and the log are recorded by themselves; this is what people have to write down.',
  },
  json: { zh: '导出记录（JSON）', en: 'Records (JSON)' },
  html: { zh: '导出记录（可打印网页）', en: 'Records (page to print)' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '已保存', en: 'Saved' },
  retention: {
    title: { zh: '留存期限', en: 'Retention' },
    identifiers: { zh: '识别信息清除', en: 'Identifiers stripped' },
    answers: { zh: '原始答案至少保留到', en: 'Raw answers kept at least until' },
    stripped: { zh: '已于 {time} 清除', en: 'stripped on {time}' },
    due: { zh: '{time} 由系统自动清除并记入日志', en: '{time}, by a logged job' },
    noEnd: { zh: '设定截止时间后确定', en: 'known once an end is set' },
    help: {
      zh: '清除的是：回执与答卷的对应、应用用户的哈希、邀请的内部编号、访问员、设备；原始答案保留。期限只能在调查开放前更改，居民是按原期限同意的。',
      en: 'What goes: the link from receipt to response, hashes of app users, the office’s numbers of invitations, interviewers, devices. Raw answers stay. It can only be changed before the survey opens, as residents agreed to it.',
    },
    identifiersDays: {
      zh: '结束后几天清除识别信息（最多 90）',
      en: 'Days after closing until identifiers go (90 at most)',
    },
    answersYears: { zh: '结束后原始答案保留几年（至少 2）', en: 'Years for which raw answers are kept (2 at least)' },
  },
  parts: {
    who: { zh: '委托与实施', en: 'Who asked and who did it' },
    pretest: { zh: '预测试', en: 'Pre-test' },
    translation: { zh: '翻译', en: 'Translation' },
    incentives: { zh: '答谢', en: 'Incentives' },
    sampling: { zh: '样本来源与邀请', en: 'Sources and invitations' },
  },
  fields: {
    sponsor: { zh: '委托方', en: 'Sponsor' },
    provider: { zh: '实施方', en: 'Provider' },
    subcontractors: { zh: '分包方', en: 'Subcontractors' },
    archive: { zh: '档案存放处', en: 'Where it is archived' },
    pretest: {
      date: { zh: '日期（2026-05-20）', en: 'Date (2026-05-20)' },
      participants: { zh: '参加者', en: 'Participants' },
      findings: { zh: '发现', en: 'Findings' },
      changes: { zh: '据此修改', en: 'What was changed' },
    },
    translation: {
      languages: { zh: '语言', en: 'Languages' },
      method: { zh: '方法', en: 'Method' },
      reviewer: { zh: '审校', en: 'Reviewer' },
      note: { zh: '说明', en: 'Note' },
    },
    incentives: {
      kind: { zh: '形式', en: 'Kind' },
      value: { zh: '价值', en: 'Value' },
      conditions: { zh: '条件', en: 'Conditions' },
    },
    sources: { zh: '各渠道的样本来源', en: 'Sources of the sample, by channel' },
    invitationWording: { zh: '邀请用语', en: 'Wording of invitations' },
    limitations: { zh: '局限', en: 'Limitations' },
  },
} as const
