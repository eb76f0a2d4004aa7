import type { Text } from '../../scoring/text.ts'

/** What the page around the questions says. */
export const text = {
  skip: { zh: '跳到正文', en: 'Skip to the content' },
  otherLanguage: { zh: 'English', en: '中文' },
  elder: { zh: '长辈版', en: 'Large type' },
  ordinary: { zh: '标准版', en: 'Standard' },
  settings: { zh: '显示方式', en: 'Display' },

  organiser: { zh: '组织单位：{organiser}', en: 'Organised by {organiser}' },
  minutes: { zh: '约 {minutes} 分钟', en: 'About {minutes} min' },
  voluntary: { zh: '自愿参加', en: 'Voluntary' },
  anonymous: { zh: '匿名填写', en: 'Anonymous' },
  pseudonymous: { zh: '假名填写', en: 'Pseudonymous' },
  contact: { zh: '咨询：{contact}', en: 'Questions: {contact}' },
  madeUp: {
    zh: '示例调查：地区和数据均为虚构',
    en: 'Demonstration: the region and the data are made up',
  },
  pilot: { zh: '内部试点', en: 'Internal pilot' },
  pilotMeaning: {
    zh: '本表用于内部试点，未编制统计表号。',
    en: 'This form is an internal pilot and carries no statistical form number.',
  },
  legalMarks: { zh: '调查表标识', en: 'Marks of the form' },

  privacy: { zh: '个人信息处理说明', en: 'How your information is handled' },
  begin: { zh: '开始填写', en: 'Begin' },
  loading: { zh: '正在打开问卷…', en: 'Opening the questionnaire…' },
  notLoaded: {
    zh: '问卷没有打开，已填的内容还在。请检查网络后再按一次“下一页”，或使用简易版。',
    en: 'The questionnaire did not open; what you filled in is still here. Please check the connection and press “Next” again, or use the plain version.',
  },
  plain: { zh: '简易版', en: 'Plain version' },
  plainUse: { zh: '网络很慢或页面不动时用', en: 'for slow lines or when this page does not work' },
  others: { zh: '其他方式', en: 'Other ways' },
  paper: { zh: '纸质版', en: 'Paper form' },
  receipts: { zh: '查询或撤回答卷', en: 'Check or withdraw a response' },

  progress: { zh: '第 {at} 部分，共 {all} 部分', en: 'Part {at} of {all}' },
  progressElder: { zh: '第 {at} 题，共 {all} 题', en: 'Question {at} of {all}' },
  back: { zh: '上一页', en: 'Back' },
  next: { zh: '下一页', en: 'Next' },
  backElder: { zh: '上一题', en: 'Previous question' },
  nextElder: { zh: '下一题', en: 'Next question' },
  speak: { zh: '朗读本题', en: 'Read aloud' },
  send: { zh: '提交答卷', en: 'Send my answers' },
  moment: { zh: '请稍候…', en: 'One moment…' },
  over: {
    zh: '与您情况相同的居民已有足够的答卷。您可以继续填写，答卷会保留；有空出的名额时，按先后顺序计入。',
    en: 'Enough residents in your situation have answered already. You may go on: your response is kept, and counts in order of arrival when a seat comes free.',
  },
  sending: { zh: '正在提交…', en: 'Sending…' },
  problems: { zh: '还有几处需要填写或更正：', en: 'Some answers are missing or need a change:' },
  missing: { zh: '请填写', en: 'Please answer' },
  personal: {
    zh: '这里好像有电话、证件号等个人信息。为了保护您，建议删去：',
    en: 'This looks like personal data, such as a phone or identity number. To protect you, better leave it out:',
  },
  personalKeep: { zh: '没有个人信息，继续', en: 'No personal data, go on' },

  resume: { zh: '这台设备上有一份没填完的答卷', en: 'There is an unfinished response on this device' },
  resumeOn: { zh: '继续填写', en: 'Go on with it' },
  resumeNew: { zh: '删去，重新填写', en: 'Delete it and begin again' },
  park: { zh: '换一台设备接着填', en: 'Go on with another device' },
  parkMeaning: {
    zh: '把已填的内容加密存到服务器，给您一个续填码。最多保存 30 天，在另一台设备上用过就删除；没有续填码，谁也打不开。',
    en: 'What you filled in is sealed and put on the server under a code. It is kept for 30 days at most and deleted once it was opened elsewhere; nobody can open it without the code.',
  },
  parkNow: { zh: '给我续填码', en: 'Give me a code' },
  parked: { zh: '续填码', en: 'Code to go on with' },
  parkedUse: {
    zh: '在另一台设备上打开同一个调查链接，在页面下方输入它。',
    en: 'Open the same survey link on the other device and enter it at the foot of the page.',
  },
  notParked: {
    zh: '现在没有存上，请检查网络后再试。这台设备上的答案还在。',
    en: 'It could not be stored now. Please check the connection and try again; your answers are still on this device.',
  },
  goOn: { zh: '有续填码', en: 'I have a code to go on with' },
  goOnCode: { zh: '续填码（12 位字母和数字）', en: 'Code (12 letters and digits)' },
  goOnUnknown: {
    zh: '没有找到，请核对后再试。超过 30 天或已用过的续填码会失效。',
    en: 'It was not found. Please check it. Codes end after 30 days, or once they were used.',
  },
  sentBefore: { zh: '这台设备上提交过一份答卷', en: 'A response was sent from this device' },
  sentBeforeUse: {
    zh: '家人可以在下面继续填写自己的答卷。',
    en: 'Others in the family can fill in their own response below.',
  },
  forget: { zh: '从这台设备上删去回执', en: 'Delete the receipt from this device' },

  thanks: { zh: '感谢您的参与', en: 'Thank you for taking part' },
  taken: { zh: '您的答卷已经收到。', en: 'Your answers have been received.' },
  receipt: { zh: '回执码', en: 'Receipt code' },
  receiptUse: {
    zh: '请截图或抄下回执码。凭它可以查询答卷是否计入，也可以撤回答卷。',
    en: 'Please take a screenshot or write the code down. With it you can check that your answers count, or withdraw them.',
  },
  paperCode: {
    zh: '也可以用手机扫码填写，内容相同。',
    en: 'Or scan the code and answer with a phone; the questions are the same.',
  },
  paperUse: {
    zh: '请在符合您情况的 □ 里打 √。除注明“可多选”的题目外，每题只选一项。不想回答的题目可以空着。',
    en: 'Please tick the □ that applies to you, one for each question unless it says otherwise. You may leave out any question.',
  },
  paperIf: { zh: '按前面的回答，适用时再填写。', en: 'Only where it applies by your earlier answers.' },
  paperIfChosen: { zh: '前面选了{choices}的，请回答：', en: 'If you ticked {choices} above:' },
  paperEnd: {
    zh: '填好后请交给发放人员，或放入回收箱。请不要写姓名、电话、证件号码。咨询：{contact}',
    en: 'Please hand the form back, or put it into the box. Do not write your name, phone or identity number on it. Questions: {contact}',
  },
  receiptTitle: { zh: '查询或撤回答卷', en: 'Check or withdraw a response' },
  receiptHint: {
    zh: '提交答卷后看到的字母和数字，大小写和短横不限。',
    en: 'The letters and digits shown after sending; case and dashes do not matter.',
  },
  receiptUnknown: {
    zh: '没有找到这个回执码，请核对后再试。',
    en: 'There is no such receipt code. Please check it and try again.',
  },
  check: { zh: '查询', en: 'Check' },
  receivedAt: { zh: '收到时间：{date}（北京时间）', en: 'Received: {date} (Beijing time)' },
  withdraw: { zh: '撤回这份答卷', en: 'Withdraw this response' },
  withdrawMeaning: {
    zh: '撤回后答案立即删除，不能恢复，也不再计入调查；只留下一条“曾有一份答卷、已撤回”的记录。',
    en: 'Its answers are erased at once, cannot be brought back, and no longer count; only the fact that there was a response stays.',
  },
  withdrawNow: { zh: '确认撤回', en: 'Withdraw it now' },
  tooLate: {
    zh: '现在已不能撤回：结果已经公布，或调查结束已满 90 天。',
    en: 'It can no longer be withdrawn: the result has been published, or the survey closed more than 90 days ago.',
  },
  receiptPage: { zh: '查询或撤回', en: 'Check or withdraw' },
  waiting: { zh: '答卷已填完，等待提交', en: 'Finished, waiting to be sent' },
  waitingKept: {
    zh: '现在连不上服务器。答卷已保存在这台设备上，联网后会自动提交；也可以先关闭本页，以后再打开这个链接。',
    en: 'The server cannot be reached now. Your answers are kept on this device and are sent by themselves once there is a connection; you may also close this page and open the link again later.',
  },
  waitingOpen: {
    zh: '现在连不上服务器，这台设备又不能保存答卷。请不要关闭本页，联网后会自动提交。',
    en: 'The server cannot be reached now, and this device cannot keep your answers. Please leave this page open; they are sent by themselves once there is a connection.',
  },
  sendNow: { zh: '现在再试', en: 'Try now' },
  offline: {
    zh: '当前没有网络，可以接着填，答案保存在这台设备上。',
    en: 'There is no connection now. You can go on; your answers are kept on this device.',
  },

  opens: { zh: '开始时间：{date}（北京时间）', en: 'Opens: {date} (Beijing time)' },
} satisfies Record<string, Text>

/** The marks that the Statistics Law wants printed on a form, in its order. */
export const marks = {
  formNumber: { zh: '表号', en: 'Form number' },
  issuedBy: { zh: '制定机关', en: 'Issued by' },
  documentNumber: { zh: '文号', en: 'Document number' },
  approvedBy: { zh: '批准机关', en: 'Approved by' },
  approvalNumber: { zh: '批准文号', en: 'Approval number' },
  validUntil: { zh: '有效期至', en: 'Valid until' },
} satisfies Record<string, Text>

/** What is told besides where a code or a link of a host app leads to the survey. */
export const linked: Text = {
  zh: '凭邀请码或城市应用链接参加的是假名填写：调查结束前，系统知道哪个邀请码或哪个应用用户已经答过，以免重复；应用用户只存加密摘要，邀请码与答卷的联系在调查结束时切断。不凭邀请码或链接的是匿名填写。',
  en: 'Who comes by an invitation or by a city app’s link answers under a pseudonym: until the survey closes it is known which code or app user has answered, so that nobody does twice. Of app users only a keyed hash is kept; the link from a code to its response is cut at closing. Who comes without either is anonymous.',
}

/** The notice that the personal information protection law (PIPL) asks for, a point a line. */
export const notice: readonly Text[] = [
  {
    zh: '处理者：{organiser}。联系方式：{contact}。',
    en: 'Who handles it: {organiser}. Contact: {contact}.',
  },
  {
    zh: '目的和方式：只用于统计本次调查的满意度。不收集姓名、电话、身份证号、住址和定位；年龄只问年龄段。',
    en: 'Purpose and manner: only for the satisfaction statistics of this survey. No name, phone, identity number, address or location is collected; age only as a band.',
  },
  {
    zh: '保存：同意之前，本页不在您的手机上保存任何答案，也不发送任何答案。同意之后，未提交的答案只保存在您的设备上，提交后即删除；您的设备上还会留下回执码、离线打开本页所需的文件，以及一个用来防止重复占用名额的随机编号。',
    en: 'Keeping: before you agree, no answer is kept on your device or sent. Afterwards unsent answers are kept on your device alone and deleted once they are sent; what stays on it is the receipt code, what shows this page without a network, and a random number that keeps one device from holding several places.',
  },
  {
    zh: '计数：系统只按天累计有多少人打开、进行到第几页、用哪一类设备（手机、平板、电脑），不记录是谁。',
    en: 'Counts: how many open this page, come to which part of it, and on which kind of device (phone, tablet, computer) is added up by the day; not who.',
  },
  {
    zh: '撤回：提交后您会得到一个回执码，可凭它查询，也可在调查结束后 90 天内、结果公布前撤回答卷。',
    en: 'Withdrawal: after sending you get a receipt code. With it you can check your response, and withdraw it until 90 days after the survey closes or until the result is published.',
  },
  {
    zh: '自愿：可以不参加，也可以中途停下，没有任何不利后果。不向任何第三方提供，不出境。',
    en: 'Voluntary: you may decline or stop at any time without any disadvantage. Nothing is given to third parties or leaves the country.',
  },
]
