import type { Text } from '../text.ts'

const unit = (zh: string, en: string): Text => ({ zh, en })

/** Units by their Chinese sign. */
export const units = {
  项: unit('项', 'items'),
  个: unit('个', 'number'),
  条: unit('条', 'number'),
  种: unit('种', 'kinds'),
  类: unit('类', 'kinds'),
  家: unit('家', 'organizations'),
  所: unit('所', 'schools and bodies'),
  处: unit('处', 'places'),
  台: unit('台', 'cameras'),
  件: unit('件', 'cases'),
  起: unit('起', 'incidents'),
  栋: unit('栋', 'buildings'),
  户: unit('户', 'number'),
  人: unit('人', 'persons'),
  人次: unit('人次', 'visits'),
  年: unit('年', 'years'),
  km: unit('km', 'km'),
  'km²': unit('km²', 'km²'),
  万元: unit('万元', '10,000 yuan'),
  亿元: unit('亿元', '100 million yuan'),
  '%': unit('%', '%'),
  分: unit('分', 'points'),
} satisfies Record<string, Text>

export type Unit = keyof typeof units
