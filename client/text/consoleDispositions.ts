import type { Text } from '../../scoring/text.ts'
import type { Disposition } from '../../server/shapes/channel.ts'

/** What came of an invitation, by AAPOR code, in few words. */
export const dispositions: Record<Disposition, Text> = {
  '1.1': { zh: '完成', en: 'complete' },
  '1.2': { zh: '部分完成', en: 'partial' },
  '2.111': { zh: '拒绝', en: 'refusal' },
  '2.112': { zh: '打开未答', en: 'opened, nothing answered' },
  '2.12': { zh: '中途退出', en: 'break-off' },
  '2.2': { zh: '未联系上', en: 'non-contact' },
  '2.3': { zh: '质量剔除', en: 'removed for quality' },
  '3.112': { zh: '登录未答', en: 'logged on, no item' },
  '3.19': { zh: '尚无回音', en: 'nothing returned' },
  '4.11': { zh: '不在范围', en: 'screened out' },
  '4.8': { zh: '名额已满', en: 'quota full' },
}
