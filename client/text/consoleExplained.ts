import type { Text } from '../../scoring/text.ts'
import { figures, live, quality, quotas, sample } from './consoleMonitor.ts'
import { samplingText } from './consoleSampling.ts'
import { watching } from './consoleWatching.ts'

interface Explanation {
  name: Text
  help: Text
}

/** What every figure of the monitor is called and what it says, to be read on hover or tap. */
export const explained = {
  ...figures,
  responses: {
    name: figures.responses.name,
    help: {
      zh: '通过全部检查、计入得分的答卷；不含超出配额、被剔除和已撤回的。',
      en: 'Responses that passed every check and count in the score; without those over quota, excluded or withdrawn.',
    },
  },
  score: {
    name: live.title,
    help: {
      zh: '各题均分按权重合成维度、再合成总分（0–100），样本按总体结构加权。随每份答卷更新。',
      en: 'Item means make dimensions and these the score (0–100), weighted to the population. It moves with every response.',
    },
  },
  dimensions: {
    name: live.dimensions,
    help: {
      zh: '每一维度是其各题均分的加权平均；线段是 95% 区间。',
      en: 'Each is the weighted mean of its items; the line is its 95% interval.',
    },
  },
  groups: { name: watching.groups.title, help: watching.groups.help },
  pace: {
    name: { zh: '答卷进度', en: 'Responses over time' },
    help: {
      zh: '每天或每小时收到的有效答卷（北京时间）。突然升高时请看渠道、网段和提醒。',
      en: 'Accepted responses by day or hour (China standard time). Where it leaps, look at channels, networks and alerts.',
    },
  },
  plan: { name: { zh: '计划与预测', en: 'Plan and forecast' }, help: watching.plan.help },
  dontKnow: {
    name: quality.dontKnow,
    help: {
      zh: '答“不了解或没用过”的占看到这道题的人的比例（加权）；超过 40% 的题要留意。',
      en: 'Of those who were shown a question, the weighted share that could not rate it; above 40 % look at the question.',
    },
  },
  languages: {
    name: quality.languages,
    help: { zh: '有效答卷所用的界面语言。', en: 'The language in which accepted responses were given.' },
  },
  devices: {
    name: { zh: '用什么打开', en: 'Opened on' },
    help: {
      zh: '打开居民页面的设备大类，只按天计数：浏览器自己声明的手机、平板或电脑，以及无脚本页面。不随答卷保存，也不识别是哪一台。',
      en: 'The coarse kind of device on which the residents’ page was opened, as the browser itself declares it, counted by day; the plain page is a kind of its own. It is kept with no response and tells no device from another.',
    },
  },
  flags: {
    name: { zh: '质量标记', en: 'Quality flags' },
    help: {
      zh: '每条规则标记了多少份答卷。分值达到界限的按规则剔除；规则在发布时冻结，不看答得好坏。',
      en: 'How many responses each rule has flagged. From so many points on a response is excluded; the rules were frozen at publication and are blind to how good the answers are.',
    },
  },
  points: {
    name: { zh: '分值', en: 'Points' },
    help: {
      zh: '这一标记计多少分；一份答卷各标记分值相加，达到界限即剔除。',
      en: 'What one such flag counts; a response is excluded once its flags add up to the threshold.',
    },
  },
  flagged: {
    name: { zh: '被标记', en: 'Flagged' },
    help: { zh: '带有这一标记的答卷份数，含已剔除的。', en: 'Responses with this flag, the excluded among them.' },
  },
  flaggedExcluded: {
    name: { zh: '已剔除', en: 'Excluded' },
    help: { zh: '被标记的答卷中现在不计入得分的。', en: 'Of those flagged, how many are outside the score now.' },
  },
  breakOff: { name: watching.funnel.breakOff, help: watching.funnel.help },
  reached: {
    name: watching.funnel.reached,
    help: { zh: '到过这一页的访问次数。', en: 'Visits that came to this page.' },
  },
  left: {
    name: watching.funnel.left,
    help: {
      zh: '到过这一页、此后没有再往下走也没有答完的访问次数。',
      en: 'Visits that came to this page, to no later one, and did not finish.',
    },
  },
  channels: { name: watching.channels.title, help: watching.channels.help },
  channelResponses: {
    name: watching.channels.responses,
    help: { zh: '经这个渠道收到的有效答卷。', en: 'Accepted responses that came by this channel.' },
  },
  channelShare: {
    name: watching.channels.share,
    help: { zh: '占全部有效答卷的比例。', en: 'Of all accepted responses.' },
  },
  channelLastDay: {
    name: watching.channels.lastDay,
    help: {
      zh: '近 24 小时经这个渠道收到的有效答卷。',
      en: 'Accepted responses that came by this channel within 24 hours.',
    },
  },
  channelCap: {
    name: watching.channels.cap,
    help: {
      zh: '只针对这个渠道的配额：已收 / 目标。',
      en: 'The quota on this channel alone: taken / target.',
    },
  },
  without: {
    name: watching.channels.without,
    help: {
      zh: '去掉这个渠道的答卷、重新加权后的得分。',
      en: 'The score of the others, weighted anew without this channel.',
    },
  },
  effect: {
    name: watching.channels.effect,
    help: {
      zh: '全部答卷的得分减去不含这个渠道时的得分：正数表示它把得分拉高。',
      en: 'The whole score minus the one without the channel: above 0 it raises the score.',
    },
  },
  worth: { name: watching.worth.title, help: watching.worth.help },
  dayResponses: {
    name: watching.worth.responses,
    help: { zh: '到当天结束时累计的有效答卷。', en: 'Accepted responses until the end of that day.' },
  },
  effective: {
    name: figures.effective.name,
    help: {
      zh: '加权后相当于多少份简单随机样本：（权重和）² ÷ 权重平方和（Kish）。低于样本量的 60% 时，应补收偏少的人群。',
      en: 'What the sample is worth after weighting: (sum of weights)² ÷ sum of squared weights (Kish). Below 60 % of the sample, seek the groups that are short.',
    },
  },
  designEffect: {
    name: figures.designEffect.name,
    help: {
      zh: '样本量 ÷ 有效样本量。1 表示加权没有损失精度，越大损失越多。',
      en: 'Sample size ÷ effective sample size. At 1 weighting costs nothing; the more, the wider the interval.',
    },
  },
  sampleCount: {
    name: sample.respondents,
    help: { zh: '这一类的有效答卷。', en: 'Accepted responses of this category.' },
  },
  compared: {
    name: sample.shares,
    help: {
      zh: '上：样本占比；下：总体占比。长短相近表示结构相符。',
      en: 'Above the share in the sample, below in the population; alike means in proportion.',
    },
  },
  sampleShare: {
    name: sample.sampleShare,
    help: { zh: '在提供了这一项的答卷中所占比例。', en: 'Of the responses that have a value of it.' },
  },
  populationShare: {
    name: sample.populationShare,
    help: {
      zh: '设定的总体结构中所占比例；来源见记录。',
      en: 'By the population figures of the survey; their source is in the records.',
    },
  },
  ratio: { name: sample.ratio, help: sample.ratioHelp },
  taken: {
    name: quotas.taken,
    help: { zh: '已占用这一配额的有效答卷。', en: 'Accepted responses that hold a seat of this quota.' },
  },
  target: {
    name: quotas.target,
    help: { zh: '计划收多少份；可在“处置”中调整。', en: 'How many are wanted; “Acting” changes it.' },
  },
  held: { name: watching.quotas.held, help: watching.quotas.heldHelp },
  remaining: {
    name: quotas.remaining,
    help: { zh: '目标减已有，最少为 0。', en: 'Target minus taken, never below 0.' },
  },
  over: { name: watching.quotas.over, help: watching.quotas.overHelp },
  filled: { name: quotas.filled, help: { zh: '已有 ÷ 目标。', en: 'Taken ÷ target.' } },
  policy: {
    name: quotas.policy,
    help: {
      zh: '只计数：照收，靠权重保持结构；停止接收：到目标为止；允许略超：到目标加百分之几为止。',
      en: 'Count only: everybody counts and weights keep the proportions; close: up to the target; tolerate: some per cent above it.',
    },
  },
  outcomeRate: {
    name: samplingText.participation.value,
    help: {
      zh: '按 AAPOR 公式由邀请的结果算出：RR1 最严格，RR3、RR4 估计未知者中合格的比例，RR5、RR6 不计未知者。',
      en: 'By AAPOR’s formulas from the outcomes of invitations: RR1 is the strictest, RR3 and RR4 estimate who of the unknown is eligible, RR5 and RR6 leave them out.',
    },
  },
  funnelCount: {
    name: samplingText.participation.count,
    help: { zh: '走到这一步的访问或答卷数。', en: 'Visits, and at last responses, that came so far.' },
  },
  ofPrevious: {
    name: samplingText.participation.ofPrevious,
    help: { zh: '占走到上一步的比例。', en: 'Of those that came to the step before.' },
  },
} as const satisfies Record<string, Explanation>
