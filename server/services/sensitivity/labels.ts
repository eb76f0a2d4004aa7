import { type QualityFlag, qualityFlags } from '../../../scoring/subjective/quality/rules.ts'
import type { Text } from '../../../scoring/text.ts'
import type { Channel } from '../../shapes/channel.ts'

/** The quality rules that a mark's reason names, see `reasonOf`; none where a person excluded it. */
export const flagsIn = (reason: string): QualityFlag[] =>
  reason.startsWith('quality: ')
    ? reason
        .slice('quality: '.length)
        .split(', ')
        .filter((flag): flag is QualityFlag => flag in qualityFlags)
    : []

const channelNames: Record<string, Text> = {
  open: { zh: '公开链接', en: 'open link' },
  invitation: { zh: '邀请码', en: 'invitations' },
  signed: { zh: '应用内签名链接', en: 'signed links' },
  assisted: { zh: '访员协助', en: 'interviewers' },
  paper: { zh: '纸质', en: 'paper' },
} satisfies Record<Channel, Text>

/** What a channel is called. */
export const channelName = (channel: string): Text => channelNames[channel] ?? { zh: channel, en: channel }

/** What each row of the table is called. */
export const labelOf = {
  standard: { zh: '得分所用的全部答卷', en: 'All responses in the score' },
  withoutChannel: (channel: string): Text => {
    const { zh, en } = channelName(channel)
    return { zh: `不含渠道：${zh}`, en: `Without the channel: ${en}` }
  },
  withoutRule: (flag: QualityFlag): Text => ({
    zh: `不用质量规则：${qualityFlags[flag].zh}`,
    en: `Without the quality rule: ${qualityFlags[flag].en}`,
  }),
  withoutRules: { zh: '不用任何质量规则', en: 'Without any quality rule' },
  withExcluded: { zh: '加上所有被剔除的答卷', en: 'With everything that was excluded' },
  withOverQuota: { zh: '加上超出配额的答卷', en: 'With those over quota' },
}
