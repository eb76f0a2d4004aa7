import { type QualityFlag, qualityFlags } from '../../../scoring/subjective/quality/rules.ts'

/** Flags as the store keeps them, with commas between. */
export const flagsIn = (kept: string): QualityFlag[] =>
  kept.split(',').filter((flag): flag is QualityFlag => Object.hasOwn(qualityFlags, flag))

/** Those of a response's arrival and those it has beside the others. */
export const everyFlag = (trace: { flags: string | null; relative: string | null } | undefined): QualityFlag[] =>
  flagsIn(`${trace?.flags ?? ''},${trace?.relative ?? ''}`)

/** How many responses have each flag, from how many have the same ones. */
export function countByFlag(
  rows: { flags: string; relative: string; responses: number | string | bigint }[],
): Map<QualityFlag, number> {
  const counts = new Map<QualityFlag, number>()
  for (const { flags, relative, responses } of rows)
    for (const flag of everyFlag({ flags, relative })) counts.set(flag, (counts.get(flag) ?? 0) + Number(responses))
  return counts
}
