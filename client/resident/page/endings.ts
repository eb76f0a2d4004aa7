import type { Text } from '../../../scoring/text.ts'

/** How taking part can end other than with a receipt: what happened, and what the person can do. */
export interface Ending {
  title: Text
  what: Text
  next: Text
}

const nothingWrong: Text = {
  zh: '这与您本人无关，您没有做错任何事。',
  en: 'This has nothing to do with you; you did nothing wrong.',
}

const both = (first: Text, second: Text): Text => ({
  zh: `${first.zh}${second.zh}`,
  en: `${first.en} ${second.en}`,
})

export const endings = {
  'not-open': {
    title: { zh: '调查尚未开始', en: 'The survey has not opened yet' },
    what: both({ zh: '现在还不能填写。', en: 'It cannot be answered yet.' }, nothingWrong),
    next: { zh: '请在开始之后再打开这个链接。', en: 'Please open this link again once it has opened.' },
  },
  paused: {
    title: { zh: '调查暂停中', en: 'The survey is paused' },
    what: both(
      { zh: '组织单位暂时停止接收答卷。', en: 'The organiser takes no answers for the moment.' },
      nothingWrong,
    ),
    next: { zh: '请过一段时间再打开这个链接。', en: 'Please open this link again later.' },
  },
  closed: {
    title: { zh: '调查已结束', en: 'The survey has closed' },
    what: both(
      { zh: '感谢您的关注，本次调查已停止接收答卷。', en: 'Thank you for your interest. No more answers are taken.' },
      nothingWrong,
    ),
    next: {
      zh: '如果您已经提交过，可以凭回执码查询答卷。对公共服务有意见，可随时拨打 12345。',
      en: 'If you have sent answers, you can check them with your receipt. Matters of public services can be raised on 12345 at any time.',
    },
  },
} satisfies Record<string, Ending>

export type EndingName = keyof typeof endings
