/**
 * Figures of two sets of people stand side by side only where at least so many are in one of them and not in the other:
 * what fewer answered could be had from the difference.
 */
export const fewestApart = 10

/**
 * Complementary suppression within a variable: what is hidden must not be derivable as the total less what is shown. As
 * long as the hidden groups are a single one, or together fewer than `fewest` respondents, the smallest shown group is
 * hidden too. Groups without respondents hide nothing. Who has no value of the variable is in no group, but in the total:
 * one hidden group more, save that enough of them may be derived.
 *
 * @param n respondents of each group
 * @param hidden groups that are suppressed for their own sake
 * @param withoutValue respondents without a value of the variable
 * @returns the groups to suppress beside those
 */
export function complement(n: number[], hidden: boolean[], fewest: number, withoutValue = 0): boolean[] {
  const extra = n.map(() => false)
  for (;;) {
    const secret = [...n.keys()].filter((group) => n[group]! > 0 && (hidden[group] || extra[group]))
    const total = secret.reduce((sum, group) => sum + n[group]!, withoutValue)
    const shown = [...n.keys()].filter((group) => n[group]! > 0 && !secret.includes(group))
    const groups = secret.length + (withoutValue > 0 ? 1 : 0)
    const derivable = total > 0 && (total < fewest || (groups === 1 && secret.length === 1))
    if (!derivable || shown.length === 0) return extra
    extra[shown.reduce((least, group) => (n[group]! < n[least]! ? group : least))] = true
  }
}
