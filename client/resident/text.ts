import type { Text } from '../../scoring/text.ts'

/** What the page around the questions says. */
export const text = {
  skip: { zh: '跳到正文', en: 'Skip to the content' },
  otherLanguage: { zh: 'English', en: '中文' },
  elder: { zh: '长辈版', en: 'Large type' },
  ordinary: { zh: '标准版', en: 'Standard' },
  settings: { zh: '显示方式', en: 'Display' },

  organiser: { zh: '组织单位：{organiser}', en: 'Organised by {organiser}' },
  minutes: { zh: '约 {minutes} 分钟', en: 'About {minutes} minutes' },
  voluntary: { zh: '自愿参加', en: 'Voluntary' },
  anonymous: { zh: '匿名填写', en: 'Anonymous' },
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
    zh: '问卷没有打开，请检查网络后重试。',
    en: 'The questionnaire did not open. Please check the connection and try again.',
  },
  retry: { zh: '重试', en: 'Try again' },
  plain: { zh: '简易版（不用脚本）', en: 'Plain version (no scripts)' },

  progress: { zh: '第 {page} 部分，共 {pages} 部分', en: 'Part {page} of {pages}' },
  back: { zh: '上一页', en: 'Back' },
  next: { zh: '下一页', en: 'Next' },
  send: { zh: '提交答卷', en: 'Send my answers' },
  sending: { zh: '正在提交…', en: 'Sending…' },

  problems: { zh: '还有几处需要填写或更正：', en: 'Some answers are missing or need a change:' },

  thanks: { zh: '感谢您的参与', en: 'Thank you for taking part' },
  taken: { zh: '您的答卷已经收到，并已计入调查。', en: 'Your answers have been received.' },
  receipt: { zh: '回执码', en: 'Receipt code' },
  receiptUse: {
    zh: '请截图或抄下回执码。凭它可以查询答卷是否计入，也可以撤回答卷。',
    en: 'Please take a screenshot or write the code down. With it you can check that your answers count, or withdraw them.',
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
    zh: '保存：同意之前，本页不在您的手机上保存任何答案，也不发送任何答案。同意之后，未提交的答案只保存在您的设备上，提交后即删除。',
    en: 'Keeping: before you agree, no answer is kept on your device or sent. Afterwards unsent answers are kept on your device alone and deleted once they are sent.',
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
