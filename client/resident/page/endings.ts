import type { Language, Text } from '../../../scoring/text.ts'
import { text } from '../text.ts'
import { type Html, html } from './html.ts'
import { say } from './say.ts'

/** How taking part can end other than with a receipt: what happened, and what the person can do. */
export interface Ending {
  title: Text
  what: Text
  next: Text
  /** What can be done goes by the receipt code: the page for it is linked. */
  byReceipt?: boolean
}

export const endings = {
  'not-open': {
    title: { zh: '调查尚未开始', en: 'The survey has not opened yet' },
    what: {
      zh: '现在还不能填写。您的链接没有问题。',
      en: 'It cannot be answered yet. There is nothing wrong with your link.',
    },
    next: { zh: '请在开始之后再打开这个链接。', en: 'Please open this link again once it has opened.' },
  },
  paused: {
    title: { zh: '调查暂停中', en: 'The survey is paused' },
    what: {
      zh: '组织单位暂时停止接收答卷，与您本人无关。',
      en: 'The organiser takes no answers for the moment; this has nothing to do with you.',
    },
    next: { zh: '请过一段时间再打开这个链接。', en: 'Please open this link again later.' },
  },
  closed: {
    title: { zh: '调查已结束', en: 'The survey has closed' },
    what: {
      zh: '感谢您的关注。本次调查已停止接收答卷，您没有做错任何事。',
      en: 'Thank you for your interest. No more answers are taken; you did nothing wrong.',
    },
    next: {
      zh: '如果您已经提交过，可以凭回执码查询答卷。对公共服务有意见，可随时拨打 12345。',
      en: 'If you have sent answers, you can check them with your receipt code. Matters of public services can be raised on 12345 at any time.',
    },
    byReceipt: true,
  },
  declined: {
    title: { zh: '您选择了不参加', en: 'You chose not to take part' },
    what: {
      zh: '没有保存、也没有发送您的任何答案。不参加没有任何不利后果。',
      en: 'Nothing of your answers was kept or sent. Not taking part has no disadvantage of any kind.',
    },
    next: { zh: '如果改变主意，可以重新打开这个链接。', en: 'Should you change your mind, open this link again.' },
  },
  'not-eligible': {
    title: { zh: '感谢您愿意参加', en: 'Thank you for being willing to take part' },
    what: {
      zh: '这次只调查在本市居住满 6 个月、年满 16 岁的居民，您这次不在范围内。您没有做错任何事，您的答案没有保存。',
      en: 'This survey is for residents of 16 and over who have lived here for six months or more, so you are outside its scope this time. You did nothing wrong, and your answers were not stored.',
    },
    next: {
      zh: '对公共服务有意见，可随时拨打 12345。也欢迎把链接转给在本市居住的家人和朋友。',
      en: 'Matters of public services can be raised on 12345 at any time. You are welcome to pass the link on to family and friends who live here.',
    },
  },
  'quota-full': {
    title: { zh: '感谢您愿意参加', en: 'Thank you for being willing to take part' },
    what: {
      zh: '与您情况相同的居民，本次需要的份数已经收满。您没有做错任何事，您的答案没有保存。',
      en: 'As many residents in your situation as this survey needs have already answered. You did nothing wrong, and your answers were not stored.',
    },
    next: {
      zh: '对公共服务有意见，可随时拨打 12345。',
      en: 'Matters of public services can be raised on 12345 at any time.',
    },
  },
  'invitation-required': {
    title: { zh: '这项调查需要邀请', en: 'This survey is by invitation' },
    what: {
      zh: '链接里没有可用的邀请，可能在复制时少了一段，或已过有效期。您没有做错任何事。',
      en: 'The link carries no invitation that can be used: a part may have been lost in copying, or it has run out. You did nothing wrong.',
    },
    next: {
      zh: '请从收到的短信、信件或应用里重新打开完整的链接，或联系组织单位。',
      en: 'Please open the whole link again from the message, letter or app that you got it from, or contact the organiser.',
    },
  },
  'invitation-used': {
    title: { zh: '这个邀请已经用过', en: 'This invitation has been used' },
    what: {
      zh: '每个邀请只能提交一份答卷，用这个邀请的答卷已经收到。您没有做错任何事。',
      en: 'Each invitation is for one response, and the one for this invitation has been received. You did nothing wrong.',
    },
    next: {
      zh: '如果不是您本人提交的，请联系组织单位。如果是，可以凭回执码查询。',
      en: 'If it was not you who sent it, please contact the organiser. If it was, you can check it with your receipt code.',
    },
    byReceipt: true,
  },
  'already-answered': {
    title: { zh: '您已经答过了', en: 'You have answered already' },
    what: {
      zh: '您的答卷已经收到，每人只需一份。您没有做错任何事，也不用再做什么。',
      en: 'Your response has been received; one for each person is enough. You did nothing wrong, and there is nothing left to do.',
    },
    next: { zh: '可以凭回执码查询，或撤回。', en: 'With your receipt code you can check it or withdraw it.' },
    byReceipt: true,
  },
  'sent-elsewhere': {
    title: { zh: '这份答卷已经提交', en: 'These answers have been sent already' },
    what: {
      zh: '同一份答卷已在另一个窗口提交，先提交的那份有效。',
      en: 'The same response was sent from another window; the one that was sent first counts.',
    },
    next: { zh: '您不需要再做什么，可以关闭本页。', en: 'There is nothing left to do; you can close this page.' },
  },
  withdrawn: {
    title: { zh: '这份答卷已撤回', en: 'This response was withdrawn' },
    what: {
      zh: '它的答案已经删除，不会再次提交。',
      en: 'Its answers have been erased and will not be sent again.',
    },
    next: {
      zh: '如果想重新参加，可以重新打开调查链接。',
      en: 'Should you wish to take part again, open the link of the survey again.',
    },
  },
} satisfies Record<string, Ending>

export type EndingName = keyof typeof endings

/** How it ends where the server refuses what no repetition changes, by the last part of the problem's type. */
export const refusalEndings = {
  'survey-closed': 'closed',
  'not-eligible': 'not-eligible',
  'quota-full': 'quota-full',
  'invitation-required': 'invitation-required',
  'invitation-used': 'invitation-used',
  'already-answered': 'already-answered',
  'id-conflict': 'sent-elsewhere',
  withdrawn: 'withdrawn',
} as const satisfies Record<string, EndingName>

/** A page that ends kindly; `more` stands before what the person can do. */
export function endingPage(name: EndingName, language: Language, more?: Html): Html {
  const { title, what, next, byReceipt = false }: Ending = endings[name]
  return html`<div class="paper ending"><h1 id="ending" tabindex="-1">${say(language, title)}</h1>
<p>${say(language, what)}</p>${more}
<p>${say(language, next)}</p>${
    byReceipt &&
    html`
<p><a class="button" href="/r?lang=${language}">${say(language, text.receipts)}</a></p>`
  }</div>`
}
