import { describe, expect, it } from 'vitest'
import { estimate } from '../../../../scoring/sampling/estimate/estimate.ts'
import type { Files } from '../../../../scoring/sampling/estimate/readFiles.ts'
import type { RowTable } from '../../../../scoring/sampling/estimate/table.ts'

const table = (text: string): RowTable => {
  const [header = '', ...lines] = text.trim().split('\n')
  return { columns: header.split(','), rows: lines.map((line) => line.trim().split(',')) }
}

const item = (column: string) => ({ name: column, kind: 'item', column })
const raked = { weights: 'd', calibration: 'rake', margins: ['sex'], estimands: [item('q1')] }
const responses = 'sex,d,q1,area\nf,1,4,N\nf,1,5,N\nm,2,3,S\nm,1,1,S'
const population = 'variable,category,count\nsex,f,60\nsex,m,40'

const files = (design: object, given = responses, counts: string | null = population): Files => ({
  design,
  responses: table(given),
  population: counts === null ? null : table(counts),
  multipliers: null,
})

/** File, row, column and code of every problem. */
const problemsOf = (given: Files) => {
  const result = estimate(given)
  if (!('problems' in result)) return []
  for (const { message } of result.problems) expect(message.zh.length * message.en.length).toBeGreaterThan(0)
  return result.problems.map(({ file, row, column, code }) => [file, row, column, code])
}

describe('problems of the input', () => {
  it('there are none', () => {
    expect(problemsOf(files(raked))).toEqual([])
  })

  it('all of them are listed at once, with file, row and column', () => {
    const wrong = 'sex,d,q1\nf,1,4\nx,-1,5\nm,,abc\nm,1,1'
    expect(problemsOf(files(raked, wrong, 'variable,category,count\nsex,f,60\nsex,m,many\nsex,f,1\nsex,o,5'))).toEqual([
      ['responses', 3, 'd', 'out-of-range'],
      ['responses', 4, 'd', 'missing-value'],
      ['population', 3, 'count', 'not-a-count'],
      ['population', 4, null, 'duplicate-category'],
      ['responses', 3, 'sex', 'unknown-category'],
      ['responses', 4, 'sex', 'unknown-category'],
      ['population', 5, 'sex', 'no-respondents'],
      ['responses', 4, 'q1', 'not-a-number'],
    ])
  })

  it('the design itself: unknown values, and names that lead nowhere', () => {
    expect(problemsOf(files({ calibration: 'ipf' }))).toEqual([['design', null, 'calibration', 'design-value']])
    expect(problemsOf(files([]))).toEqual([['design', null, null, 'design-value']])
    const design = {
      ...raked,
      margins: ['sex', 'sex'],
      estimands: [item('q1'), item('q1'), { name: 'all', kind: 'composite' }],
      quantiles: [{ estimand: 'q9', p: [0.5] }],
    }
    expect(problemsOf(files(design)).map(([, , column]) => column)).toEqual([
      'margins',
      'estimands',
      'estimands.2',
      'quantiles.0.estimand',
    ])
  })

  it('columns that the responses lack are named once each', () => {
    const design = { ...raked, strata: 'h', fpc: 'N', domains: ['zone', 'zone:sex'], estimands: [item('q7')] }
    expect(problemsOf(files(design))).toEqual(
      ['h', 'N', 'zone', 'q7'].map((column) => ['responses', null, column, 'unknown-column']),
    )
  })

  it('what is wrong in the other columns and files is listed beside them', () => {
    const design = { ...raked, domains: ['zone'] }
    const wrong = 'sex,d,q1\nf,1,4\nm,none,a lot'
    expect(problemsOf(files(design, wrong, 'variable,category,count\nsex,f,-60'))).toEqual([
      ['responses', null, 'zone', 'unknown-column'],
      ['responses', 3, 'd', 'not-a-number'],
      ['population', 2, 'count', 'not-a-count'],
      ['responses', 3, 'q1', 'not-a-number'],
    ])
  })

  it('no rows at all', () => {
    expect(problemsOf(files(raked, 'sex,d,q1'))).toEqual([['responses', null, null, 'no-rows']])
  })

  it('a category of a contrast that nobody is in', () => {
    const design = { ...raked, contrasts: [{ estimand: 'q1', domain: 'area', a: 'N', b: 'East' }] }
    expect(problemsOf(files(design))).toEqual([['design', null, 'contrasts.0.b', 'unknown-category']])
  })

  it('a value outside the scale that is no missing code', () => {
    const score = { item_min: 1, item_max: 5, dimensions: [{ name: 'D1', weight: 1, items: ['q1'] }] }
    const design = { ...raked, score }
    const with98 = responses.replace('m,2,3', 'm,2,98')
    expect(problemsOf(files(design, with98))).toEqual([['responses', 4, 'q1', 'out-of-range']])
    expect(problemsOf(files({ ...design, missing_codes: [97, 98, 99] }, with98))).toEqual([])
  })

  it('a stratum with a single respondent stops, with the choices there are, unless one is chosen', () => {
    const design = { weights: 'd', strata: 'area', estimands: [item('q1')] }
    const lonely = `${responses}\nf,1,2,E`
    expect(problemsOf(files(design, lonely))).toEqual([['responses', null, 'area', 'lonely-psu']])
    for (const lonely_psu of ['certainty', 'remove', 'adjust', 'average'])
      expect(problemsOf(files({ ...design, lonely_psu }, lonely))).toEqual([])
  })

  it('a population below the sample, or that differs within a stratum', () => {
    const design = { weights: 'd', strata: 'area', fpc: 'N', estimands: [item('q1')] }
    const sized = (sizes: number[]) =>
      responses
        .split('\n')
        .map((line, at) => `${line},${at === 0 ? 'N' : sizes[at - 1]}`)
        .join('\n')
    expect(problemsOf(files(design, sized([9, 9, 1, 1])))).toEqual([['responses', 4, 'N', 'size-below-sample']])
    expect(problemsOf(files(design, sized([9, 8, 7, 7])))).toEqual([['responses', 3, 'N', 'size-varies']])
  })

  it('the same sampling unit in two strata', () => {
    const design = { weights: 'd', strata: 'area', ids: 'psu', estimands: [item('q1')] }
    const nested = 'psu,d,q1,area\n1,1,4,N\n2,1,5,N\n1,2,3,S\n3,1,1,S\n4,1,1,N'
    expect(problemsOf(files(design, nested))).toEqual([['responses', 4, 'psu', 'not-nested']])
  })

  it('no population file, no such margin, no total', () => {
    expect(problemsOf(files(raked, responses, null))).toEqual([['population', null, null, 'missing-file']])
    const two = { ...raked, margins: ['area'] }
    expect(problemsOf(files(two))).toEqual([['population', null, 'area', 'missing-margin']])
    const linear = { ...raked, calibration: 'linear', numeric_totals: ['q1'] }
    expect(problemsOf(files(linear))).toEqual([['population', null, 'q1', 'missing-total']])
  })

  it('multipliers: respondents that match none, and numbers that are none', () => {
    const given = {
      ...files({ weights: 'd', estimands: [item('q1')] }, 'respondent,d,q1\na,1,3\nb,1,4\nc,1,5'),
      multipliers: table('respondent,V1,V2\na,1,0\nb,x,2\nb,1,1'),
    }
    expect(problemsOf(given)).toEqual([
      ['multipliers', 4, 'respondent', 'duplicate-respondent'],
      ['responses', 4, 'respondent', 'no-multipliers'],
      ['multipliers', 3, 'V1', 'not-a-number'],
    ])
  })

  it('margins whose totals differ are read as shares, and that is said', () => {
    const design = { ...raked, margins: ['sex', 'area'] }
    const result = estimate(
      files(design, responses.replace('m,2,3,S', 'm,2,3,N'), `${population}\narea,N,800\narea,S,200`),
    )
    expect('notes' in result && result.notes.map(({ en }) => en)).toEqual([
      "The totals of the margins differ (sex 100, area 1000); all were read as shares of the last one's (area). Check the population file so that they agree",
    ])
    expect('estimates' in result && result.estimates.weights.sum).toBeCloseTo(1000, 9)
  })

  it('margins that contradict each other are said not to converge', () => {
    const rows = 'sex,area,d,q1\nf,N,1,3\nm,S,1,4'
    const design = { ...raked, margins: ['sex', 'area'] }
    const result = estimate(files(design, rows, `${population}\narea,N,50\narea,S,50`))
    expect('notes' in result && result.notes.length).toBe(1)
    expect('estimates' in result && result.estimates.weights.settled).toBe(false)
  })
})
