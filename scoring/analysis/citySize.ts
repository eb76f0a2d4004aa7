import type { Text } from '../text.ts'

/** As the State Council sorts cities (国发〔2014〕51号), left-closed, by residents. */
const sizes: { from: number; name: Text }[] = [
  { from: 10_000_000, name: { zh: '超大（1000 万以上）', en: 'Super (10 million and over)' } },
  { from: 5_000_000, name: { zh: '特大（500 万～1000 万）', en: 'Very large (5 to 10 million)' } },
  { from: 3_000_000, name: { zh: 'Ⅰ型大（300 万～500 万）', en: 'Large I (3 to 5 million)' } },
  { from: 1_000_000, name: { zh: 'Ⅱ型大（100 万～300 万）', en: 'Large II (1 to 3 million)' } },
  { from: 500_000, name: { zh: '中等（50 万～100 万）', en: 'Medium (0.5 to 1 million)' } },
  { from: 0, name: { zh: '小（50 万以下）', en: 'Small (under 0.5 million)' } },
]

/** The size of a region by its number of residents. */
export const sizeOf = (residents: number): Text | null => sizes.find(({ from }) => residents >= from)?.name ?? null
