import { describe, expect, it } from 'vitest'
import { clopperPearson, kornGraubard, wilson } from '../../../../scoring/sampling/estimate/intervals.ts'
import { studentTwoSided } from '../../../../scoring/sampling/estimate/studentTwoSided.ts'
import { json } from './caseFiles.ts'
import { differences } from './compare.ts'

interface Vectors {
  proportions: { x: number; n: number; level: number; wilson: number[]; clopper_pearson: number[] }[]
  korn_graubard: {
    p: number
    se: number
    n: number
    df: number
    level: number
    n_eff: number
    n_star_untruncated: number
    n_star: number
    korn_graubard: number[]
    survey_beta_untruncated: number[]
  }[]
  quantiles: { pt: { x: number; df: number; p: number }[] }
}

const vectors = json('20-intervals/expected.json') as Vectors
const same = (wanted: unknown, got: unknown) => expect(differences(wanted, got, () => 1e-9)).toEqual([])

describe('unit vectors of the reference', () => {
  it('Wilson', () => {
    for (const { x, n, level, wilson: wanted } of vectors.proportions) same(wanted, wilson(x / n, n, level))
  })

  it('Clopper and Pearson', () => {
    for (const { x, n, level, clopper_pearson } of vectors.proportions)
      same(clopper_pearson, clopperPearson(x, n, level))
  })

  it('Korn and Graubard', () => {
    for (const { level, ...given } of vectors.korn_graubard) {
      const { nEff, adjusted, nStar, interval, untruncated } = kornGraubard(given, level)
      same(given.n_eff, nEff)
      same(given.n_star_untruncated, adjusted)
      same(given.n_star, nStar)
      same(given.korn_graubard, interval)
      same(given.survey_beta_untruncated, untruncated)
    }
  })

  it("Student's distribution", () => {
    for (const { x, df, p } of vectors.quantiles.pt) same(2 * Math.min(p, 1 - p), studentTwoSided(x, df))
  })
})
