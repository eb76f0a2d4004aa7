/** What the pages say on which somebody acts on a running survey. */

export const surveyParts = {
  label: { zh: '这项调查', en: 'This survey' },
  watching: { zh: '监测', en: 'Watching' },
  acting: { zh: '处置', en: 'Acting' },
  responses: { zh: '答卷', en: 'Responses' },
  comments: { zh: '意见', en: 'Comments' },
  alerts: { zh: '提醒', en: 'Alerts' },
  records: { zh: '记录与留存', en: 'Records' },
} as const

export const acting = {
  reason: { zh: '原因（写入操作日志）', en: 'Reason (it stands in the log)' },
  reasonMissing: { zh: '请写明原因', en: 'Say why' },
  whatHappens: { zh: '确认后会发生什么', en: 'What will happen' },
  cancel: { zh: '取消', en: 'Cancel' },
  state: {
    title: { zh: '调查状态', en: 'State of the survey' },
    now: { zh: '当前状态', en: 'State' },
    opensAt: { zh: '开始', en: 'Opens' },
    closesAt: { zh: '截止', en: 'Closes' },
    noEnd: { zh: '未设截止时间', en: 'no end set' },
    closedNote: {
      zh: '调查已结束：最终质量检查已完成，识别信息已清除，不能再开放或延长。',
      en: 'The survey has closed: its final scan is done, what leads to people is cut, and it cannot be opened or extended.',
    },
  },
  pause: {
    button: { zh: '暂停', en: 'Pause' },
    title: { zh: '暂停调查', en: 'Pause the survey' },
    happens: [
      {
        zh: '从现在起不接收任何答卷，居民页面显示调查暂不开放。',
        en: 'From now on no answers are taken; the residents’ page says that the survey is not open.',
      },
      {
        zh: '正在作答的人此时提交会被告知暂不接收，答案留在他们的设备上；恢复后可再提交。',
        en: 'Who is answering is told so when they send; their answers stay on their device and can be sent once it goes on.',
      },
      { zh: '已收答卷和得分不变，随时可以恢复。', en: 'What was taken stays. You can resume at any time.' },
    ],
  },
  resume: {
    button: { zh: '恢复', en: 'Resume' },
    title: { zh: '恢复调查', en: 'Resume the survey' },
    happens: [
      { zh: '立即重新接收答卷，截止时间不变。', en: 'Answers are taken again at once; the end stays as it is.' },
    ],
  },
  extend: {
    button: { zh: '延长', en: 'Extend' },
    title: { zh: '延长截止时间', en: 'Let the survey end later' },
    until: { zh: '新的截止时间（北京时间）', en: 'New end (China standard time)' },
    untilMissing: { zh: '请选择晚于原截止时间的时间', en: 'Choose a time later than the old end' },
    happens: [
      { zh: '居民可以一直答到新的截止时间。', en: 'Residents may answer until the new end.' },
      {
        zh: '撤回期限、留存期限从新的截止时间算起。',
        en: 'Times for withdrawal and retention count from the new end.',
      },
    ],
  },
  close: {
    button: { zh: '提前结束', en: 'Close early' },
    title: { zh: '提前结束调查', en: 'Close the survey now' },
    happens: [
      {
        zh: '不再接收新答卷（现有 {n} 份）；结束前已领取名额的人在宽限期内仍可提交。',
        en: 'No new answers are taken ({n} so far); who held a place before may still send within the grace period.',
      },
      {
        zh: '对全部答卷按既定规则做最终质量检查，剔除结果定稿。',
        en: 'All responses are judged once and for all by the frozen rules.',
      },
      {
        zh: '永久清除答卷与邀请码、设备、网络之间的对应关系。',
        en: 'What leads from a response to a code, device or network is deleted for ever.',
      },
      { zh: '结束后不能重新开放，也不能延长。', en: 'A closed survey cannot be opened again or extended.' },
    ],
  },
  channels: {
    title: { zh: '渠道', en: 'Channels' },
    help: {
      zh: '关闭渠道后，已从该渠道领取名额的人仍可答完。至少保留一个渠道。',
      en: 'Who began by a channel may finish after it closes. One channel must stay open.',
    },
    open: { zh: '开放', en: 'Open' },
    shut: { zh: '已关闭', en: 'Closed' },
    openTitle: { zh: '开放渠道：{name}', en: 'Open the channel: {name}' },
    closeTitle: { zh: '关闭渠道：{name}', en: 'Close the channel: {name}' },
    openHappens: { zh: '立即可以从“{name}”答卷。', en: '“{name}” takes answers at once.' },
    closeHappens: {
      zh: '“{name}”不再接收新的答卷；已领取名额的人可以答完。已收答卷照常计入得分。',
      en: '“{name}” takes no new answers; who holds a place may finish. What came by it still counts.',
    },
    switchOf: { zh: '渠道“{name}”开放', en: 'Channel “{name}” open' },
    names: {
      open: { zh: '公开链接或二维码', en: 'Open link or QR code' },
      invitation: { zh: '邀请码', en: 'Invitation' },
      signed: { zh: '应用内签名链接', en: 'Signed link in an app' },
      assisted: { zh: '访问员协助', en: 'Interviewer' },
      paper: { zh: '纸质问卷录入', en: 'Paper' },
    },
  },
  quotas: {
    title: { zh: '配额', en: 'Quotas' },
    change: { zh: '调整', en: 'Change' },
    changeOf: { zh: '调整配额：{name}', en: 'Change the quota: {name}' },
    target: { zh: '目标', en: 'Target' },
    policy: { zh: '满额后', en: 'When full' },
    tolerance: { zh: '允许超出（%）', en: 'Tolerance (%)' },
    held: { zh: '占用', en: 'Held' },
    least: {
      zh: '已收 {taken} 份，{held} 人正在作答：目标不能低于已收数；设上限时不能低于两者之和 {sum}。',
      en: '{taken} taken, {held} answering: the target cannot be below what is taken, nor a ceiling below their sum, {sum}.',
    },
    happens: [
      {
        zh: '立即生效；此前排队的超额答卷在有空位时按到达先后转为计入。',
        en: 'It holds at once; answers that waited over quota count where there is room, in order of arrival.',
      },
      {
        zh: '不改变已收答卷，权重仍按总体结构计算。',
        en: 'What was taken stays; weights still follow the population.',
      },
    ],
    done: { zh: '已调整；{n} 份排队答卷转为计入。', en: 'Changed; {n} waiting responses count from now on.' },
  },
  withdrawals: {
    title: { zh: '撤回请求', en: 'Requests to withdraw' },
    help: {
      zh: '居民可凭回执自行撤回。来电、来信要求撤回的，在这里代为处理；没有回执无法知道是哪一份，只能答复不能办理。',
      en: 'Residents withdraw by their receipt themselves. Who calls or writes is answered here; without the receipt nobody can tell which response it is, and the request can only be refused.',
    },
    receipt: { zh: '回执', en: 'Receipt' },
    receiptMissing: { zh: '请输入回执', en: 'Enter the receipt' },
    erase: { zh: '按回执撤回', en: 'Withdraw by the receipt' },
    refuse: { zh: '登记为不能办理', en: 'Note a refusal' },
    eraseTitle: { zh: '撤回一份答卷', en: 'Withdraw a response' },
    eraseHappens: [
      { zh: '这份答卷的全部答案被永久删除，不能恢复。', en: 'Its answers are erased for ever.' },
      {
        zh: '不再计入得分，名额退回；只留编号、单元和时间。',
        en: 'It counts no longer and its seats go back; id, cell and time stay.',
      },
    ],
    refuseTitle: { zh: '登记不能办理的撤回请求', en: 'Note a request that cannot be met' },
    refuseHappens: [
      { zh: '只在操作日志里留一条记录，不改动任何答卷。', en: 'An entry is made in the log; no response is touched.' },
    ],
    done: { zh: '已办理', en: 'Done' },
  },
  log: {
    title: { zh: '操作日志', en: 'Log' },
    when: { zh: '时间', en: 'When' },
    who: { zh: '操作人', en: 'Who' },
    what: { zh: '操作', en: 'What' },
    detail: { zh: '说明', en: 'Detail' },
    system: { zh: '系统', en: 'System' },
    more: { zh: '更早的记录', en: 'Earlier entries' },
    none: { zh: '还没有操作', en: 'Nothing has been done yet' },
    changed: { zh: '{from} → {to}', en: '{from} → {to}' },
    actions: {
      'survey.set-up': { zh: '建立调查', en: 'Set up' },
      'survey.pause': { zh: '暂停', en: 'Paused' },
      'survey.resume': { zh: '恢复', en: 'Resumed' },
      'survey.close': { zh: '结束', en: 'Closed' },
      'survey.extend': { zh: '延长', en: 'Extended' },
      'interviewer.add': { zh: '安排访问员', en: 'Added an interviewer' },
      'interviewer.remove': { zh: '取消访问员', en: 'Removed an interviewer' },
      'channel.open': { zh: '开放渠道', en: 'Opened a channel' },
      'channel.close': { zh: '关闭渠道', en: 'Closed a channel' },
      'invitations.issue': { zh: '生成邀请码', en: 'Issued invitations' },
      'invitation.draw': { zh: '抽取样本', en: 'Drew a sample' },
      'invitation.outcome': { zh: '登记联系结果', en: 'Recorded an outcome' },
      'survey.eligibility': { zh: '设定合格比例 e', en: 'Set e' },
      'quota.change': { zh: '调整配额', en: 'Changed a quota' },
      'quality.scan': { zh: '质量检查', en: 'Quality scan' },
      'quality.final-scan': { zh: '最终质量检查', en: 'Final quality scan' },
      'records.change': { zh: '修改调查记录', en: 'Changed the records' },
      'retention.strip': { zh: '清除识别信息', en: 'Stripped identifiers' },
      'alert.raise': { zh: '提醒', en: 'Alert' },
      'alerts.change': { zh: '修改提醒设置', en: 'Changed alert settings' },
      'comment.note': { zh: '处理意见', en: 'Noted a comment' },
      'response.exclude': { zh: '剔除答卷', en: 'Excluded a response' },
      'response.restore': { zh: '恢复答卷', en: 'Restored a response' },
      'response.withdraw': { zh: '撤回答卷', en: 'Withdrew a response' },
      'response.refuse-withdrawal': { zh: '撤回请求不能办理', en: 'Refused to withdraw' },
    },
  },
} as const
