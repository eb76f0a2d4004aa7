import { describe, expect, it } from 'vitest'
import { normalTail } from '../../../../scoring/sampling/distributions.ts'
import { normalDraws } from '../../../../scoring/sampling/ranks/normalDraws.ts'
import { pairwiseDifferences } from '../../../../scoring/sampling/ranks/pairwiseDifferences.ts'
import { type Ranked, rankRegions } from '../../../../scoring/sampling/ranks/rankRegions.ts'

const regions = (scores: number[], se: number[]): Ranked[] =>
  scores.map((score, at) => ({ code: `r${at}`, score, se: se[at]! }))

describe('confidence sets for ranks', () => {
  it('are the ranks themselves where the differences are clear', () => {
    const sets = rankRegions(regions([50, 80, 65], [1, 1, 1]))
    expect(sets.map(({ rank }) => rank)).toEqual([3, 1, 2])
    for (const { rank, marginal, simultaneous, notToldApart } of sets) {
      expect([...marginal, ...simultaneous]).toEqual([rank, rank, rank, rank])
      expect(notToldApart).toEqual([])
    }
  })

  it('are everything where nothing is known', () => {
    for (const { marginal, simultaneous, notToldApart } of rankRegions(regions([60, 61, 62, 63], [9, 9, 9, 9]))) {
      expect([...marginal, ...simultaneous]).toEqual([1, 4, 1, 4])
      expect(notToldApart).toHaveLength(3)
    }
  })

  it('use the critical value of the difference for two regions: z = 1.96', () => {
    const apart = (z: number) =>
      rankRegions(regions([60 + z * Math.SQRT2, 60], [1, 1]), { draws: 40_000 })[0]!.simultaneous
    expect(apart(2.0)).toEqual([1, 1])
    expect(apart(1.92)).toEqual([1, 2])
  })

  it('take a standard error of 0 as exact, equal scores as tied', () => {
    const sets = rankRegions(regions([70, 70, 60.5, 60], [0, 0, 0, 4]))
    expect(sets.map(({ rank }) => rank)).toEqual([1, 1, 3, 4])
    expect(sets[0]).toMatchObject({ simultaneous: [1, 2], notToldApart: ['r1'] })
    expect(sets[2]).toMatchObject({ simultaneous: [3, 4] })
  })

  it('are the same again from the same seed, and refuse what is no score', () => {
    const given = regions([60, 62, 64], [1, 1.5, 1])
    expect(rankRegions(given)).toEqual(rankRegions(given))
    expect(rankRegions([])).toEqual([])
    expect(() => rankRegions(regions([Number.NaN], [1]))).toThrow(/r0/)
  })

  it.each([
    ['ties among them', [60, 60, 60, 62, 65, 66], [1, 2, 0.5, 1, 1.5, 1], 1_000],
    ['all tied, the hardest case', [60, 60, 60, 60], [1, 1, 1, 2], 5_000],
  ])(
    'in 94 of 100 draws or more, all ranks at once: %s',
    (_, truth, se, draws) => {
      const errors = normalDraws(2_000 * truth.length, 7)
      // A tied region has every rank of its tie.
      const best = truth.map((score) => 1 + truth.filter((other) => other > score).length)
      const worst = truth.map((score) => truth.filter((other) => other >= score).length)
      const covers = ([from, to]: [number, number], at: number) => from <= best[at]! && to >= worst[at]!
      let all = 0
      const single = truth.map(() => 0)
      for (let draw = 0; draw < 2_000; draw += 1) {
        const scores = truth.map((score, at) => score + se[at]! * errors[draw * truth.length + at]!)
        const sets = rankRegions(regions(scores, se), { draws })
        all += Number(sets.every(({ simultaneous }, at) => covers(simultaneous, at)))
        for (const [at, { marginal }] of sets.entries()) single[at]! += Number(covers(marginal, at))
      }
      expect(all / 2_000).toBeGreaterThanOrEqual(0.94)
      expect(Math.min(...single) / 2_000).toBeGreaterThanOrEqual(0.94)
    },
    120_000,
  )

  it('are those of a direct computation over all open statements and draws', () => {
    const size = 12
    const noise = normalDraws(2 * size, 11)
    const given = regions(
      Array.from({ length: size }, (_, at) => 60 + 3 * noise[at]!),
      Array.from({ length: size }, (_, at) => (at === 5 ? 0 : 0.3 + Math.abs(noise[size + at]!))),
    )
    const how = { draws: 500, seed: 3, level: 0.9 }
    const sets = rankRegions(given, how)
    for (const [at, { simultaneous, marginal }] of sets.entries()) {
      expect(simultaneous).toEqual(directly(given, how, at, () => true))
      expect(marginal).toEqual(directly(given, how, at, (j, k) => j === at || k === at))
    }
  })
})

/** The ranks that one region may have, every statement about the wanted pairs looked at in every draw and every step. */
function directly(
  given: Ranked[],
  { draws, seed, level }: { draws: number; seed: number; level: number },
  region: number,
  wanted: (j: number, k: number) => boolean,
): [number, number] {
  const errors = given.map((_, at) => normalDraws(draws, seed + at * 0x9e3779b9))
  const studentised = (j: number, k: number, [a, b]: [number, number]) =>
    (a - b) / Math.hypot(given[j]!.se, given[k]!.se)
  let open = given.flatMap((_, j) => given.flatMap((_, k) => (j !== k && wanted(j, k) ? [{ j, k }] : [])))
  const ahead: typeof open = []
  for (;;) {
    const largest = Array.from({ length: draws }, (_, draw) =>
      Math.max(
        ...open.map(({ j, k }) =>
          studentised(j, k, [given[j]!.se * errors[j]![draw]!, given[k]!.se * errors[k]![draw]!]),
        ),
      ),
    ).sort((a, b) => a - b)
    const critical = largest[Math.ceil(level * (draws + 1)) - 1]!
    const taken = open.filter(({ j, k }) => studentised(j, k, [given[j]!.score, given[k]!.score]) > critical)
    if (taken.length === 0) break
    ahead.push(...taken)
    open = open.filter((statement) => !taken.includes(statement))
  }
  const better = ahead.filter(({ k }) => k === region).length
  return [1 + better, given.length - ahead.filter(({ j }) => j === region).length]
}

describe('pairwise differences', () => {
  it('carry the p-value of each and Holm’s adjustment', () => {
    const found = pairwiseDifferences(regions([60, 62, 65], [0.6, 0.8, 0]))
    expect(found.map(({ a, b, difference, se }) => [a, b, difference, se])).toEqual([
      ['r0', 'r1', -2, 1],
      ['r0', 'r2', -5, 0.6],
      ['r1', 'r2', -3, 0.8],
    ])
    expect(found[0]!.p).toBeCloseTo(0.04550026389635842, 14)
    expect(found[0]!.adjusted).toBeCloseTo(0.04550026389635842, 14)
    expect(found[1]!.adjusted).toBeCloseTo(3 * found[1]!.p, 20)
    expect(found[2]!.adjusted).toBeCloseTo(2 * found[2]!.p, 16)
  })

  it('are certain where both scores are exact', () => {
    expect(pairwiseDifferences(regions([1, 2, 2], [0, 0, 0])).map(({ p }) => p)).toEqual([0, 0, 1])
  })

  it('normal tail, in the middle and far out', () => {
    const known = [
      [0, 0.5],
      [0.1, 0.460172162722971],
      [1, 0.15865525393145707],
      [2.4999, 0.006211418374944594],
      [2.5, 0.006209665325776139],
      [10, 7.619853024160593e-24],
      [35, 1.1249107064725534e-268],
      [60, 0],
    ] as const
    for (const [z, tail] of known) expect(Math.abs(normalTail(z) - tail)).toBeLessThanOrEqual(2e-13 * tail)
  })
})
