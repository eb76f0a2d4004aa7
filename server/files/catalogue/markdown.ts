export const heading = (level: 1 | 2 | 3 | 4, text: string): string => `${'#'.repeat(level)} ${text}`

export const list = (entries: string[]): string => entries.map((entry) => `- ${entry}`).join('\n')

/** A table; what would end a cell is escaped. */
export function table(header: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(header), `|${header.map(() => '---|').join('')}`, ...rows.map(line)].join('\n')
}
