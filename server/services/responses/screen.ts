import type { Text } from '../../../scoring/text.ts'

/** What in a text may lead to a person. */
export const personalMarks = {
  phone: { zh: '电话', en: 'telephone' },
  'id-number': { zh: '证件或卡号', en: 'identity or card number' },
  email: { zh: '邮箱', en: 'e-mail' },
  account: { zh: '微信、QQ 号', en: 'WeChat or QQ account' },
  link: { zh: '网址', en: 'web address' },
  address: { zh: '住址', en: 'home address' },
} as const satisfies Record<string, Text>

export type PersonalMark = keyof typeof personalMarks

const patterns: [PersonalMark, RegExp][] = [
  ['link', /https?:\/\/\S+|www\.\S+/giu],
  ['email', /[\w.+-]+@[\w-]+(\.[\w-]+)+/gu],
  ['account', /(微信|v信|wechat|weixin|qq)\s*(号|：|:|是|为)*\s*[a-z0-9][\w-]{4,}/giu],
  ['id-number', /(?<!\d)\d(?:[ -]?\d){14,17}[\dx]?(?!\d)/giu],
  ['phone', /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d){8}(?!\d)/gu],
  ['phone', /(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)/gu],
  ['address', /[路街巷弄道村]\s*\d+\s*(号|弄)[^,。;!?]{0,8}\d+[室户]?/gu],
  ['address', /[\d一二三四五六七八九十]+\s*(栋|幢|号楼|单元|号院)[^,。;!?]{0,6}\d+[室户]?/gu],
  ['address', /\b(room|flat|apartment|apt|unit)\.? ?(no\.? ?)?\d+/giu],
]

/**
 * What somebody wrote, with whatever may lead to a person hidden: `打我电话▇▇▇`. Full-width digits are read as digits.
 * Names cannot be told by a pattern: somebody has to look before a text is quoted.
 */
export function screened(text: string): { text: string; found: PersonalMark[] } {
  const found = new Set<PersonalMark>()
  const plain = text.normalize('NFKC')
  const hidden = patterns.reduce(
    (before, [mark, pattern]) =>
      before.replace(pattern, () => {
        found.add(mark)
        return '▇▇▇'
      }),
    plain,
  )
  // What has nothing to hide stays as it was written.
  return { text: found.size === 0 ? text : hidden, found: [...found] }
}
