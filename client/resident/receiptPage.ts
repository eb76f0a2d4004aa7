import type { Text } from '../../scoring/text.ts'
import type { ReceiptState, ReceiptStatus } from '../../server/shapes/survey.ts'
import { shownDate } from './page/date.ts'
import { frame, type Look } from './page/frame.ts'
import { type Html, html } from './page/html.ts'
import { say } from './page/say.ts'
import { text } from './text.ts'

const states: Record<ReceiptState, Text> = {
  counted: { zh: '答卷已收到，计入本次调查。', en: 'Your response has been received and counts.' },
  'over-quota': {
    zh: '答卷已收到。与您情况相同的答卷已经收满，这份暂时不计入得分；有空出的名额时，按先后顺序补上。',
    en: 'Your response has been received. Enough residents in your situation had answered before, so it is not in the score for now; if a seat comes free it is filled in order of arrival.',
  },
  excluded: {
    zh: '答卷已收到，但按事先公布的质量规则没有计入得分。',
    en: 'Your response has been received, but by the quality rules fixed beforehand it is not in the score.',
  },
  withdrawn: {
    zh: '这份答卷已经撤回，答案已经删除。',
    en: 'This response was withdrawn and its answers have been erased.',
  },
}

interface ReceiptPage extends Look {
  receipt: string
  status: ReceiptStatus
  /** Set where withdrawing was asked for and is not possible any more. */
  tooLate?: boolean
}

/** What became of a response, and the way to withdraw it. */
export function renderReceiptPage({ receipt, status, tooLate = false, ...look }: ReceiptPage): string {
  const { language } = look
  return receiptFrame(
    look,
    html`<section class="paper"><h1>${say(language, text.receiptTitle)}</h1>
${tooLate && html`<p class="wrong-text" role="alert">${say(language, text.tooLate)}</p>`}
<div class="receipt"><h2 id="code">${say(language, text.receipt)}</h2><output aria-labelledby="code">${receipt}</output></div>
<p id="state"><strong>${say(language, states[status.state])}</strong></p>
<p class="soft">${say(language, text.receivedAt, { date: shownDate(new Date(status.received), language) })}</p>
${status.state !== 'withdrawn' && !tooLate && withdrawing(receipt, look)}</section>`,
  )
}

const withdrawing = (receipt: string, { language, elder }: Look): Html =>
  html`<details><summary>${say(language, text.withdraw)}</summary>
<p>${say(language, text.withdrawMeaning)}</p>
<form method="post" action="/r/${receipt}?lang=${language}${elder && '&view=elder'}"><button>${say(language, text.withdrawNow)}</button></form></details>`

interface AskPage extends Look {
  /** What was given before and is no receipt. */
  unknown?: string
}

/** Asks for the receipt code. */
export function renderReceiptForm({ unknown, ...look }: AskPage): string {
  const { language, elder } = look
  return receiptFrame(
    look,
    html`<section class="paper"><h1>${say(language, text.receiptTitle)}</h1>
<form method="get" action="/r"><input type="hidden" name="lang" value="${language}">${elder && html`<input type="hidden" name="view" value="elder">`}
<div class="question${unknown !== undefined && ' wrong'}"><label class="question-title" for="code">${say(language, text.receipt)}</label>
<p class="hint" id="code-hint">${say(language, text.receiptHint)}</p>
${unknown !== undefined && html`<p class="wrong-text" id="code-wrong" role="alert">${say(language, text.receiptUnknown)}</p>`}
<input type="text" id="code" name="code" value="${unknown ?? ''}" required maxlength="100" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="code-hint"></div>
<div class="steps"><button class="go">${say(language, text.check)}</button></div></form></section>`,
  )
}

const receiptFrame = (look: Look, main: Html): string =>
  frame({
    ...look,
    title: say(look.language, text.receiptTitle),
    place: say(look.language, text.receipts),
    main,
  })
