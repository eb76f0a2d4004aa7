/**
 * Complementary suppression within a variable: what is hidden must not be derivable as the total less what is shown. As
 * long as the hidden groups are a single one, or together fewer than `fewest` respondents, the smallest shown group is
 * hidden too. Groups without respondents hide nothing.
 *
 * @param n respondents of each group
 * @param hidden groups that are suppressed for their own sake
 * @returns the groups to suppress beside those
 */
export function complement(n: number[], hidden: boolean[], fewest: number): boolean[] {
  const extra = n.map(() => false)
  for (;;) {
    const secret = [...n.keys()].filter((group) => n[group]! > 0 && (hidden[group] || extra[group]))
    const total = secret.reduce((sum, group) => sum + n[group]!, 0)
    const shown = [...n.keys()].filter((group) => n[group]! > 0 && !secret.includes(group))
    if (secret.length === 0 || (secret.length > 1 && total >= fewest) || shown.length === 0) return extra
    extra[shown.reduce((least, group) => (n[group]! < n[least]! ? group : least))] = true
  }
}
