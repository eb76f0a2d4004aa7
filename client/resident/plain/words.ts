/** What the plain form says. */
export const words = {
  required: { zh: '必填', en: 'required' },
  choose: { zh: '请选择', en: 'Please choose' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  other: { zh: '其他（请说明）', en: 'Other (please say what)' },
  none: { zh: '以上都没有', en: 'None of these' },
  refused: { zh: '不愿回答', en: 'Prefer not to answer' },
  dontknow: { zh: '不了解', en: 'Don’t know' },
  say: { zh: '请说明', en: 'Please say what it is' },
  comment: { zh: '补充说明', en: 'Comment' },
  range: { zh: '{from} 到 {to}', en: 'From {from} to {to}' },

  wrongTitle: { zh: '需要更正', en: 'Error' },
  summary: { zh: '有 {count} 处需要填写或更正', en: '{count} answers are missing or need a change' },
  summaryOne: { zh: '有 1 处需要填写或更正', en: 'One answer is missing or needs a change' },
  mistake: { zh: '错误：', en: 'Error: ' },

  part: { zh: '第 {at} 部分，共 {all} 部分', en: 'Part {at} of {all}' },
  next: { zh: '下一页', en: 'Next' },
  back: { zh: '上一页', en: 'Back' },
  send: { zh: '提交答卷', en: 'Send my answers' },
  display: { zh: '显示方式', en: 'Display' },
  language: { zh: 'English', en: '中文' },
  elder: { zh: '长辈版', en: 'Large type' },
  ordinary: { zh: '标准版', en: 'Standard' },

  kept: {
    zh: '您的答案只在这些页面之间传递，提交之前不会保存在服务器上。同意之后，它们也保存在这台设备上，提交后即删除；浏览器不运行脚本时不能保存，请不要关闭本页。',
    en: 'Your answers only travel from page to page and are not kept on the server until you send them. Once you have agreed they are kept on this device, too, and deleted when they are sent; a browser without scripts cannot keep them, so please do not close this page.',
  },
  offline: {
    zh: '现在没有网络。您已填的内容都还在，联网后请再按一次按钮。',
    en: 'There is no connection now. What you filled in is all still here; please press the button again once there is one.',
  },
  wait: {
    zh: '服务器现在很忙，您的答案都还在，请过一会儿再按一次按钮。',
    en: 'The server is busy. Your answers are all still here; please press the button again in a moment.',
  },
  waitTicket: {
    zh: '为防止机器自动作答，本调查请不使用脚本的浏览器稍等片刻。您的答案都还在，请约一分钟后再按一次按钮。',
    en: 'To keep machines out, this survey asks browsers without scripts to wait a little. Your answers are all still here; please press the button again in about a minute.',
  },
  park: { zh: '以后再填', en: 'Finish later' },
  parkMeaning: {
    zh: '需要的话，服务器可以把已填的内容加密保存，最多30天，只有凭续填码才能打开。',
    en: 'If you wish, the server keeps what you have filled in, encrypted, for 30 days at most. It can only be opened with a code.',
  },
  parkedTitle: { zh: '已保存，可以以后再填', en: 'Kept for later' },
  parkedUse: {
    zh: '请抄下或截图。以后在任何设备上打开这个调查的链接，选“有续填码”，输入它就能接着填。',
    en: 'Please write it down or take a screenshot. Later, on any device, open the link of this survey, choose “I have a code to go on with” and enter it.',
  },
  goOnNow: { zh: '现在接着填', en: 'Go on now' },
  full: { zh: '前往完整版', en: 'Go to the full version' },
} as const
