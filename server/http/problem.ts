import type { Text } from '../../scoring/text.ts'

/**
 * Every failure that a client can meet, with its HTTP status and its words (RFC 9457).
 * The key is the last part of `type`, the words are the title; `detail` is given where it arises.
 */
export const problems = {
  'bad-request': { status: 400, title: { zh: '请求无法读懂', en: 'The request cannot be read' } },
  'not-json': { status: 400, title: { zh: '请求正文不是 JSON', en: 'The body is not JSON' } },
  'sign-in-required': { status: 401, title: { zh: '请先登录', en: 'Please sign in' } },
  'wrong-credentials': { status: 401, title: { zh: '用户名或密码不对', en: 'Wrong user name or password' } },
  'invitation-required': { status: 401, title: { zh: '需要邀请码', en: 'An invitation is required' } },
  forbidden: { status: 403, title: { zh: '没有这项权限', en: 'You have no right to do this' } },
  'csrf-token': { status: 403, title: { zh: '页面已过期，请刷新', en: 'The page has expired; please reload' } },
  'survey-not-open': { status: 403, title: { zh: '调查尚未开始', en: 'The survey has not opened yet' } },
  'proof-required': {
    status: 403,
    title: { zh: '请先完成防机器人验证，或稍候一分钟再试', en: 'Do the work that keeps robots out, or wait a minute' },
  },
  'place-required': { status: 403, title: { zh: '请从问卷首页开始', en: 'Please begin at the first page' } },
  'not-found': { status: 404, title: { zh: '没有找到', en: 'Not found' } },
  'method-not-allowed': { status: 405, title: { zh: '不支持这种请求', en: 'This method is not allowed here' } },
  'id-conflict': {
    status: 409,
    title: { zh: '这份答卷编号已用于另一份内容', en: 'This id was used with other answers' },
  },
  'survey-closed': { status: 409, title: { zh: '调查已结束', en: 'The survey has closed' } },
  'invitation-used': { status: 409, title: { zh: '邀请码已使用', en: 'The invitation has been used' } },
  'already-answered': { status: 409, title: { zh: '您已经答过了', en: 'You have answered already' } },
  'not-eligible': {
    status: 409,
    title: { zh: '不在本次调查的对象范围内', en: 'Outside the population of this survey' },
  },
  'quota-full': { status: 409, title: { zh: '名额已满', en: 'The quota is full' } },
  'not-draft': { status: 409, title: { zh: '已提交，不能再改', en: 'Submitted; it can no longer be changed' } },
  'wrong-state': { status: 409, title: { zh: '当前状态下不能这样做', en: 'Not possible in its present state' } },
  'four-eyes': {
    status: 409,
    title: { zh: '发布与计算须由两人完成', en: 'Publishing takes another person than computing' },
  },
  stale: { status: 409, title: { zh: '结果已过时，请重新计算', en: 'The result is out of date; compute it again' } },
  'not-publishable': { status: 409, title: { zh: '结果还不能发布', en: 'The result cannot be published yet' } },
  'too-late': { status: 409, title: { zh: '已不能撤回', en: 'Too late to withdraw' } },
  conflict: { status: 409, title: { zh: '与现有内容冲突', en: 'Conflicts with what is there' } },
  withdrawn: { status: 410, title: { zh: '这份答卷已撤回', en: 'This response was withdrawn' } },
  'newer-version': {
    status: 412,
    title: { zh: '别人已更新，请先刷新', en: 'Somebody has changed it since; reload first' },
  },
  'too-large': { status: 413, title: { zh: '内容过大', en: 'Too large' } },
  'unsupported-type': { status: 415, title: { zh: '不支持的内容类型', en: 'Unsupported content type' } },
  invalid: { status: 422, title: { zh: '有内容需要更正', en: 'Something needs to be corrected' } },
  'too-many-requests': { status: 429, title: { zh: '请求过于频繁，请稍候', en: 'Too many requests; please wait' } },
  internal: { status: 500, title: { zh: '服务器出错', en: 'The server failed' } },
  busy: { status: 503, title: { zh: '服务器繁忙，请稍候再试', en: 'The server is busy; please try again' } },
} satisfies Record<string, { status: number; title: Text }>

export type ProblemCode = keyof typeof problems

/** One thing to mend in what was sent: where, which rule, in words. */
export interface InputProblem {
  path: string
  code: string
  message: Text
}

interface ProblemOptions {
  detail?: Text
  errors?: InputProblem[]
  retryAfterSeconds?: number
}

/** Thrown by services, sent by the wrapper as `application/problem+json`. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly options: ProblemOptions

  constructor(code: ProblemCode, options: ProblemOptions = {}) {
    super(options.detail?.en ?? problems[code].title.en)
    this.code = code
    this.options = options
  }

  /** What happened, in both languages. */
  get text(): Text {
    return this.options.detail ?? problems[this.code].title
  }

  get status(): number {
    return problems[this.code].status
  }
}
