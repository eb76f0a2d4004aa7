import type { Text } from '../../scoring/text.ts'
import type { Disposition } from '../../server/shapes/channel.ts'

/** What came of an invitation, by AAPOR code, in few words. */
export const dispositions: Record<Disposition, Text> = {
  '1.1': { zh: '完成', en: 'complete' },
  '2.111': { zh: '拒绝', en: 'refusal' },
  '2.112': { zh: '打开未答', en: 'opened, nothing answered' },
  '2.12': { zh: '中途退出', en: 'break-off' },
  '2.2': { zh: '未联系上', en: 'non-contact' },
  '2.21': { zh: '本人不在', en: 'never available' },
  '2.22': { zh: '答录机', en: 'answering device' },
  '2.3': { zh: '质量剔除', en: 'removed for quality' },
  '2.32': { zh: '不能作答', en: 'unable to answer' },
  '2.33': { zh: '语言不通', en: 'language problem' },
  '3.11': { zh: '未拨打', en: 'not called yet' },
  '3.112': { zh: '登录未答', en: 'logged on, no item' },
  '3.12': { zh: '占线', en: 'busy' },
  '3.13': { zh: '无人接听', en: 'no answer' },
  '3.19': { zh: '尚无回音', en: 'nothing returned' },
  '3.2': { zh: '资格不明', en: 'eligibility unknown' },
  '4.11': { zh: '不在范围', en: 'screened out' },
  '4.3': { zh: '空号停机', en: 'not working' },
  '4.5': { zh: '非住户', en: 'not a household' },
  '4.7': { zh: '无合格者', en: 'nobody eligible' },
  '4.8': { zh: '名额已满', en: 'quota full' },
}
