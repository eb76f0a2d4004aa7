import { describe, expect, it } from 'vitest'
import { participationFunnel } from '../../../../scoring/subjective/participation/funnel.ts'
import { eligibilityFromKnown, outcomeRates } from '../../../../scoring/subjective/participation/outcomeRates.ts'

const counts = {
  complete: 400,
  refused: 100,
  brokenOff: 50,
  nonContact: 30,
  removed: 20,
  unknown: 400,
  notEligible: 200,
}
const e = { share: 0.5, source: { zh: '试调查', en: 'a pilot survey' } }

describe('outcome rates of a drawn sample', () => {
  it('RR1, RR3 and RR5 by hand', () => {
    const { rr1, rr3, rr5 } = outcomeRates(counts, e)
    expect(rr1).toBe(400 / 1000)
    expect(rr3).toBe(400 / 800)
    expect(rr5).toBe(400 / 600)
  })

  it('RR2, RR4 and RR6 equal them, and say so; e is printed with its source', () => {
    const { rr1, rr2, rr3, rr4, rr5, rr6, notes } = outcomeRates(counts, e)
    expect([rr2, rr4, rr6]).toEqual([rr1, rr3, rr5])
    expect(notes.map(({ en }) => en).join(' ')).toMatch(
      /RR2, RR4 and RR6 equal RR1, RR3 and RR5.*0\.500.*a pilot survey/,
    )
  })

  it('taking responses out lowers the rates; those who are not eligible do not count', () => {
    const cleaned = { ...counts, complete: 380, removed: 40 }
    expect(outcomeRates(cleaned, e).rr5).toBeLessThan(outcomeRates(counts, e).rr5!)
    expect(outcomeRates({ ...counts, notEligible: 0 }, e).rr1).toBe(outcomeRates(counts, e).rr1)
  })

  it('e as among those whose eligibility is known', () => {
    const known = eligibilityFromKnown(counts)
    expect(known.share).toBe(600 / 800)
    expect(outcomeRates(counts, known).rr3).toBe(400 / 900)
  })

  it('of nobody there are none', () => {
    const nobody = { complete: 0, refused: 0, brokenOff: 0, nonContact: 0, removed: 0, unknown: 0, notEligible: 0 }
    expect(outcomeRates(nobody, e)).toMatchObject({ rr1: null, rr3: null, rr5: null })
    expect(eligibilityFromKnown(nobody).share).toBe(1)
  })

  it('refuses what is no count, no share, or a share without its source', () => {
    expect(() => outcomeRates({ ...counts, complete: 1.5 }, e)).toThrow(/complete/)
    expect(() => outcomeRates({ ...counts, unknown: -1 }, e)).toThrow(/unknown/)
    expect(() => outcomeRates(counts, { ...e, share: 1.2 })).toThrow(/e must/)
    expect(() => outcomeRates(counts, { share: 0.5, source: { zh: ' ', en: '' } })).toThrow(/source/)
  })
})

describe('the participation funnel of an open link', () => {
  it('gives each step as a share of the one before and of the first', () => {
    const { steps, notes } = participationFunnel({
      opened: 1000,
      consented: 800,
      started: 760,
      finished: 570,
      accepted: 540,
    })
    expect(steps.map(({ count, ofPrevious, ofOpened }) => [count, ofPrevious, ofOpened])).toEqual([
      [1000, null, null],
      [800, 0.8, 0.8],
      [760, 0.95, 0.76],
      [570, 0.75, 0.57],
      [540, 540 / 570, 0.54],
    ])
    expect(notes).toHaveLength(1)
    expect(notes[0]!.en).toContain('no response rate')
  })

  it('makes no share where a later step counts more, and says why', () => {
    const { steps, notes } = participationFunnel({ opened: 10, consented: 5, started: 4, finished: 12, accepted: 12 })
    expect(steps[3]).toMatchObject({ count: 12, ofPrevious: null, ofOpened: null })
    expect(notes).toHaveLength(2)
  })

  it('of nobody has no shares', () => {
    const { steps } = participationFunnel({ opened: 0, consented: 0, started: 0, finished: 0, accepted: 0 })
    expect(steps.every(({ ofPrevious }) => ofPrevious === null)).toBe(true)
  })
})
