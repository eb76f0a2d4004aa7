import type { Text } from '../../scoring/text.ts'

/** What stands between names that are listed, and between longer parts of a line. */
export const between = {
  names: { zh: '、', en: ', ' },
  parts: { zh: '；', en: '; ' },
} satisfies Record<string, Text>
