import type { Text } from '../text.ts'
import type { GroupFlag, Suppression } from './scoreGroups.ts'

/** Why a group's figures are withheld, and what would bring them back. */
export const suppressionText: Record<Suppression, Text> = {
  'no-score': {
    zh: '全体得分尚不可计算，分组得分也不显示。',
    en: 'There is no score of the whole yet, so none of groups.',
  },
  'few-respondents': {
    zh: '答卷少于 30 份，不显示。补充样本后可显示。',
    en: 'Fewer than 30 responses: not shown until there are more.',
  },
  'low-effective': {
    zh: '有效样本量低于 20（权重差异过大），不显示。补充样本后可显示。',
    en: 'Effective sample size under 20, as weights differ too much: not shown until there are more responses.',
  },
  'unrated-item': {
    zh: '有计分题目在该组无人评分，不显示。补充样本后可显示。',
    en: 'Nobody here rated one of the scored items: not shown until somebody does.',
  },
  complementary: {
    zh: '为避免由合计推算出未显示的组，本组一并不显示。',
    en: 'Withheld so that a group that is not shown cannot be worked out from the total.',
  },
}

export const groupFlagText: Record<GroupFlag, Text> = {
  'small-group': { zh: '答卷为 30–49 份，请谨慎使用。', en: '30 to 49 responses: use with care.' },
  'thin-items': {
    zh: '评分不足 10 人的题目占权重超过 10%，请谨慎使用。',
    en: 'Items with fewer than 10 ratings carry more than 10 % of the weight: use with care.',
  },
}
