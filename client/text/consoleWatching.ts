/** What the panels say that watch a survey beside its counts and its score. */

export const watching = {
  counting: {
    zh: '正在清点答卷，数字马上就来。答卷、意见和记录可以先看。',
    en: 'The responses are being counted; the figures come in a moment. Responses, comments and records can be opened already.',
  },
  plan: {
    line: {
      zh: '目标 {target} 份，按计划此时应有 {expected} 份；{forecast}还需每天 {perDay} 份。',
      en: 'Target {target}; {expected} were planned by now. {forecast}{perDay} a day are needed from here.',
    },
    forecast: {
      zh: '按近七天的速度，截止时约 {n} 份。',
      en: 'At the pace of the last seven days about {n} at the end. ',
    },
    help: {
      zh: '计划：从开始到截止均匀推进。目标取按一个变量设置的配额之和。',
      en: 'The plan goes evenly from opening to end; the target is what the quotas of one variable add up to.',
    },
  },
  funnel: {
    help: {
      zh: '按访问计数：到达这一页、此后没有再到后面各页也没有答完的，算在这一页离开。',
      en: 'Visits that came to a page, to no later one, and did not finish, left there.',
    },
    breakOff: { zh: '在哪一页离开', en: 'Where they left' },
    page: { zh: '页', en: 'Page' },
    reached: { zh: '到达', en: 'Reached' },
    left: { zh: '离开', en: 'Left' },
    none: { zh: '还没有访问记录', en: 'No visits yet' },
  },
  groups: {
    title: { zh: '分组得分', en: 'Scores by group' },
    help: {
      zh: '少于 30 份的组不显示；每组答卷变化满 10 份数字才更新，避免看出个人答案。结束后按全部答卷显示。',
      en: 'Groups below 30 are withheld; figures move once a group has changed by ten responses, so that nobody’s answer can be read off. After closing they are exact.',
    },
    variable: { zh: '按什么分组', en: 'By' },
    withheld: { zh: '不显示：{names}', en: 'Withheld: {names}' },
  },
  worth: {
    title: { zh: '样本质量随时间变化', en: 'What the sample is worth, day by day' },
    help: {
      zh: '有效样本量：加权后相当于多少份简单随机样本；设计效应＝样本量÷有效样本量（Kish）。',
      en: 'Effective size: what it is worth after weighting; design effect = size ÷ effective size (Kish).',
    },
    responses: { zh: '有效答卷', en: 'Accepted' },
    nEffective: { zh: '有效样本量', en: 'Effective size' },
    designEffect: { zh: '设计效应', en: 'Design effect' },
    day: { zh: '日期', en: 'Day' },
  },
  channels: {
    title: { zh: '渠道构成与影响', en: 'Channels and their effect' },
    help: {
      zh: '不含该渠道时的得分与全部答卷得分之差；该渠道不足 10 份或其余不足 30 份时不显示，以免推出个人的答案。',
      en: 'The score without a channel beside the whole; withheld where the channel has fewer than 10 responses or the rest fewer than 30, so that nobody’s answers can be derived.',
    },
    channel: { zh: '渠道', en: 'Channel' },
    responses: { zh: '份数', en: 'Responses' },
    share: { zh: '占比', en: 'Share' },
    without: { zh: '不含时得分', en: 'Score without' },
    effect: { zh: '影响', en: 'Effect' },
    lastDay: { zh: '近 24 小时', en: 'Last 24 h' },
    cap: { zh: '上限', en: 'Cap' },
  },
  quotas: {
    held: { zh: '占用', en: 'Held' },
    heldHelp: { zh: '正在作答的人占的名额', en: 'Seats held by people who are answering' },
    over: { zh: '超出', en: 'Over' },
    overHelp: { zh: '超过目标的份数', en: 'Taken above the target' },
    heat: { zh: '完成度热力图', en: 'How far each cell is filled' },
    cell: {
      zh: '{name}：已收 {taken}，占用 {held}，目标 {target}，尚缺 {remaining}，超出 {over}',
      en: '{name}: taken {taken}, held {held}, target {target}, remaining {remaining}, over {over}',
    },
  },
  allItems: { zh: '全部题目的“不了解或没用过”', en: 'Don’t know or not used, all questions' },
} as const
