/** What a spreadsheet may take for the beginning of a formula, full-width forms included (CONTRACT section 4). */
const opening = /^[=+\-@\t\r＝＋－＠]/

/** Text on its way out: `=1+1` → `'=1+1`. For texts only; numbers are never touched. */
export const guarded = (text: string): string => (opening.test(text) ? `'${text}` : text)

/** Text on its way in: one leading `'` before such a character is taken away. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && opening.test(text.slice(1)) ? text.slice(1) : text
