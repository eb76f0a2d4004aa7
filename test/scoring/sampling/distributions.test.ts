import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { betaQuantile, normalQuantile, tQuantile } from '../../../scoring/sampling/distributions.ts'

const vectors: {
  quantiles: {
    qnorm: { p: number; x: number }[]
    qt: { p: number; df: number; x: number }[]
    qbeta: { p: number; a: number; b: number; x: number }[]
  }
} = JSON.parse(readFileSync(join(import.meta.dirname, '../../reference/stats/20-intervals/expected.json'), 'utf8'))
const near = (value: number, wanted: number) =>
  expect(Math.abs(value - wanted)).toBeLessThanOrEqual(1e-11 * Math.max(Math.abs(wanted), 1e-3))

describe('quantiles of the reference', () => {
  it('normal', () => {
    for (const { p, x } of vectors.quantiles.qnorm) near(normalQuantile(p), x)
  })
  it('t', () => {
    for (const { p, df, x } of vectors.quantiles.qt) near(tQuantile(p, df), x)
  })
  it('beta', () => {
    for (const { p, a, b, x } of vectors.quantiles.qbeta) near(betaQuantile(p, a, b), x)
  })
  it('t with endless degrees of freedom is the normal; a beta without a shape is a point', () => {
    expect(tQuantile(0.975, Number.POSITIVE_INFINITY)).toBe(normalQuantile(0.975))
    expect(betaQuantile(0.5, 0, 3)).toBe(0)
    expect(betaQuantile(0.5, 3, 0)).toBe(1)
  })
})
