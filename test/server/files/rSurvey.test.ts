import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rFiles } from '../../../server/files/rscript/files.ts'
import { modelOfSurvey } from '../../../server/files/rscript/fromSurvey.ts'
import { madeUp, surveyOf, wish } from '../../scoring/subjective/randomSurvey.ts'
import { design, key, type Response, responses, tallyOf } from '../../scoring/subjective/sampleSurvey.ts'
import { hasR, recomputed, withoutR } from './hasR.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tiyan-r-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const { forms: _, ...oneForm } = design
const raking = { method: 'rake' as const, margins: [0, 1, 2], populationTotal: 1000 }

const surveys = {
  'one form, raked': { list: responses(41, 500), design: oneForm },
  'values of every variable missing': {
    list: responses(42, 500, { unknown: { district: 0.1, sex: 0.1, age: 0.1 } }),
    design: oneForm,
  },
  'a short form beside the full one': { list: responses(43, 600, { short: 0.3 }), design },
  'strata with finite populations, not calibrated': {
    list: responses(44, 500),
    design: {
      ...oneForm,
      calibration: { method: 'none' as const },
      sampling: { stratum: 'district', population: { north: 1000, south: 900, west: 2000 } },
    },
  },
  trimmed: {
    list: responses(45, 500),
    design: { ...oneForm, calibration: { ...raking, trim: { lower: 0.3, upper: 2, cycles: 0 } } },
  },
}

const rowsOf = (list: Response[]) =>
  list.map(({ district, sex, age, form, d, codes }) => ({
    cell: [district, sex, age, form].join('|'),
    baseWeight: d,
    codes,
  }))

describe('the R script of a survey', () => {
  it.skipIf(!hasR).each(Object.entries(surveys))(
    `%s: R finds the score, its dimensions, items and groups${withoutR}`,
    { timeout: 120_000 },
    (name, { list, design: own }) => {
      const model = modelOfSurvey({ tally: tallyOf(list), design: own, key }, rowsOf(list))
      expect(model.expected.length).toBeGreaterThan(12)
      const target = mkdtempSync(join(folder, 'case-'))
      for (const [file, content] of Object.entries(rFiles(model))) writeFileSync(join(target, file), content)
      const { status, output } = recomputed(target)
      expect(output, name).toContain('R and Tiyan agree.')
      expect(status).toBe(0)
    },
  )

  it('says that R disagrees where a number was changed', { timeout: 120_000 }, () => {
    const { list } = surveys['one form, raked']
    const model = modelOfSurvey({ tally: tallyOf(list), design: oneForm, key }, rowsOf(list))
    const [first, ...rest] = model.expected
    const target = mkdtempSync(join(folder, 'changed-'))
    const changed = { ...model, expected: [{ ...first!, estimate: first!.estimate + 0.01 }, ...rest] }
    for (const [file, content] of Object.entries(rFiles(changed))) writeFileSync(join(target, file), content)
    if (hasR) expect(recomputed(target)).toMatchObject({ status: 1 })
  })

  it.skipIf(!hasR || process.env.TIYAN_LONG !== '1')(
    `R finds the same over random designs${withoutR}`,
    { timeout: 1_200_000 },
    () => {
      for (const given of fc.sample(wish, { numRuns: 40, seed: 33356 })) {
        const people = madeUp(given)
        const { data, responses } = surveyOf(given, people)
        const target = mkdtempSync(join(folder, 'random-'))
        for (const [file, content] of Object.entries(rFiles(modelOfSurvey(data, responses))))
          writeFileSync(join(target, file), content)
        const { status, output } = recomputed(target)
        expect(output, JSON.stringify(given)).toContain('R and Tiyan agree.')
        expect(status).toBe(0)
      }
    },
  )

  it('refuses responses that the tally does not have', () => {
    const { list } = surveys['one form, raked']
    const stray = [{ cell: 'north|f|old|full', baseWeight: 77, codes: [1, 2, 3, 4] }]
    expect(() => modelOfSurvey({ tally: tallyOf(list), design: oneForm, key }, stray)).toThrow(RangeError)
  })
})
