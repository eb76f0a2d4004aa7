import type { Text } from '../../text.ts'

/** How far people came in an open survey. */
export interface Participation {
  opened: number
  consented: number
  started: number
  finished: number
  accepted: number
}

export interface FunnelStep {
  step: keyof Participation
  label: Text
  count: number
  /** Share of the step before; null for the first, and where more are counted than before. */
  ofPrevious: number | null
  /** Share of those who opened the page; null likewise. */
  ofOpened: number | null
}

const labels: Record<keyof Participation, Text> = {
  opened: { zh: '打开', en: 'Opened' },
  consented: { zh: '同意参加', en: 'Consented' },
  started: { zh: '开始作答', en: 'Started' },
  finished: { zh: '提交', en: 'Submitted' },
  accepted: { zh: '有效', en: 'Accepted' },
}

const order = ['opened', 'consented', 'started', 'finished', 'accepted'] as const

/**
 * The participation funnel, which takes the place of a response rate where nobody knows who was asked (SURVEY-PRACTICE
 * 3.1). Visits without JavaScript tell nothing on their way, so a later step can count more than an earlier one.
 */
export function participationFunnel(counts: Participation): { steps: FunnelStep[]; notes: Text[] } {
  const shareOf = (count: number, whole: number) => (whole > 0 && count <= whole ? count / whole : null)
  const steps = order.map((step, at): FunnelStep => {
    const previous = order[at - 1]
    const count = counts[step]
    return {
      step,
      label: labels[step],
      count,
      ofPrevious: previous === undefined ? null : shareOf(count, counts[previous]),
      ofOpened: at === 0 ? null : shareOf(count, counts.opened),
    }
  })
  const grows = order.some((step, at) => at > 0 && counts[step] > counts[order[at - 1]!])
  return { steps, notes: [noRate, ...(grows ? [untold] : [])] }
}

const noRate: Text = {
  zh: '开放链接的邀请对象不明，没有应答率；这里是参与漏斗，各步占上一步的比例不等于应答率。',
  en: 'Nobody knows whom an open link has reached, so there is no response rate. This is a participation funnel; its shares are no response rates.',
}
const untold: Text = {
  zh: '部分访问（如关闭脚本的浏览器）不报告中间步骤，因此后面的步骤可能多于前面的。',
  en: 'Some visits (browsers without scripts) do not report the steps on their way, so a later step can count more than an earlier one.',
}
