import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../../server/cli/run.ts'

const reference = join(import.meta.dirname, '../../reference/stats')
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tiyan-estimate-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** One call of the command line: what it prints, says and returns. */
async function tiyan(...args: string[]) {
  let out = ''
  const err: string[] = []
  const code = await run(['estimate', ...args], {
    out: async (result) => {
      out += String(result)
    },
    err: (line) => {
      err.push(line)
    },
    language: 'en',
  })
  return { code, out, err: err.join('\n') }
}

const at = (name: string, file: string) => join(reference, name, file)
const filesOf = (name: string, population = true, prefix = '--') => [
  `${prefix}design`,
  at(name, 'design.json'),
  `${prefix}responses`,
  at(name, 'responses.csv'),
  ...(population ? [`${prefix}population`, at(name, 'population.csv')] : []),
]
const expected = (name: string) => JSON.parse(readFileSync(at(name, 'expected.json'), 'utf8'))
const written = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('tiyan estimate', () => {
  it('prints the estimates of a raked sample as JSON, the standard errors by base weights', async () => {
    const name = '08-rake-stratified-unequal-weights'
    const { code, out, err } = await tiyan(...filesOf(name))
    const [{ composite }, wanted] = [JSON.parse(out).estimands, expected(name).estimands.composite]

    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(composite.overall.mean).toBeCloseTo(wanted.overall.mean, 10)
    expect(composite.overall.se).toBeCloseTo(wanted.overall.se_by_method.projection_base_weight_metric, 10)
    expect(composite.overall.se_by_method.R_survey).toBeCloseTo(wanted.overall.se_by_method.R_survey, 10)
  })

  it('finds the replicate multipliers beside the design', async () => {
    const name = '16-jackknife-bootstrap-api'
    const { code, out, err } = await tiyan(...filesOf(name, false))
    expect(code).toBe(0)
    expect(err).toContain('replicate_multipliers.csv')
    expect(JSON.parse(out).replicates.bootstrap.base_weights.api00.se_mse_false).toBeCloseTo(
      expected(name).replicates.bootstrap.base_weights.api00.se_mse_false,
      10,
    )
  })

  it('prints the difference of two waves', async () => {
    const waves = ['wave1', 'wave2'].map((wave) => `15-wave-difference/${wave}`)
    const { code, out } = await tiyan(...filesOf(waves[0]!), ...filesOf(waves[1]!, true, '--wave2-'))
    const wanted = expected('15-wave-difference').differences.composite
    expect(code).toBe(0)
    expect(JSON.parse(out).differences.composite.difference).toBeCloseTo(wanted.difference, 10)
    expect(JSON.parse(out).differences.composite.se).toBeCloseTo(wanted.se, 10)
  })

  it('works out a jackknife where the design asks for it, at any size, and leaves it out where it says so', async () => {
    // Of 1,500 and more none is worked out unasked.
    const responses = `d,q\n${Array.from({ length: 1500 }, (_, at) => `1,${1 + (at % 5)}`).join('\n')}\n`
    const design = { weights: 'd', estimands: [{ name: 'q', kind: 'item', column: 'q' }] }
    const printed = async (own: object) => {
      const [asked, rows] = [
        written('many.json', JSON.stringify({ ...design, ...own })),
        written('many.csv', responses),
      ]
      return JSON.parse((await tiyan('--design', asked, '--responses', rows)).out)
    }
    expect((await printed({})).replicates).toBeUndefined()
    const { replicates, estimands } = await printed({ jackknife: true })
    expect(replicates.jackknife).toMatchObject({ type: 'JK1', replicates: 1500 })
    // Of a mean under equal weights it is the linearised one.
    expect(replicates.jackknife.base_weights.q.se_mse_false).toBeCloseTo(estimands.q.overall.se, 12)
    const small = { design: at('17-jackknife-raked', 'design.json'), files: filesOf('17-jackknife-raked') }
    const without = { ...JSON.parse(readFileSync(small.design, 'utf8')), jackknife: false }
    const [, , ...files] = small.files
    const { out } = await tiyan('--design', written('none.json', JSON.stringify(without)), ...files)
    expect(JSON.parse(out).replicates).toBeUndefined()
  })

  it('writes null for what is not defined', async () => {
    const design = { weights: 'd', estimands: [{ name: 'q', kind: 'item', column: 'q' }], domains: ['g'] }
    const { code, out } = await tiyan(
      '--design',
      written('one.json', JSON.stringify(design)),
      '--responses',
      written('one.csv', 'd,q,g\n1,3,a\n1,,b\n2,4,c\n'),
    )
    const { a, b } = JSON.parse(out).estimands.q.domains.g
    expect(code).toBe(0)
    expect(a).toMatchObject({ n: 1, mean: 3, se: 0, degf_domain: 0, deff_svymean: null })
    expect(b).toEqual({ n: 0 })
  })

  it('reads GB18030, semicolons and Chinese names', async () => {
    const design = { weights: '权数', estimands: [{ name: '满意', kind: 'topbox', column: '回答', values: ['满意'] }] }
    const responses = iconv.encode('权数;回答\r\n1;满意\r\n3;不满意\r\n', 'gb18030')
    const { code, out } = await tiyan(
      '--design',
      written('zh.json', JSON.stringify(design)),
      '--responses',
      written('zh.csv', responses),
    )
    expect(code).toBe(0)
    expect(JSON.parse(out).estimands.满意.overall.mean).toBe(0.25)
  })

  it('lists every problem of the input and ends with 1', async () => {
    const responses = written('bad.csv', 'base_weight,q01\n1,3\nx,4\n1,yes\n')
    const design = { weights: 'base_weight', estimands: [{ name: 'q01', kind: 'item', column: 'q01' }] }
    const { code, out, err } = await tiyan(
      '--design',
      written('bad.json', JSON.stringify(design)),
      '--responses',
      responses,
    )
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err.split('\n')).toEqual([
      'Responses, row 3, “base_weight”: “x” is no number. Write a number, or leave the cell empty if it is missing',
      'Responses, row 4, “q01”: “yes” is no number. Write a number, or leave the cell empty if it is missing',
    ])
  })

  it('says where a file is no JSON or no table', async () => {
    const { code, err } = await tiyan(
      '--design',
      written('broken.json', '{"weights": }'),
      '--responses',
      written('broken.csv', 'a,b\n1,2,3\n"4,5\n'),
    )
    expect(code).toBe(1)
    expect(err).toMatch(/^Design, is no valid JSON: .*\nResponses, row 3: Quotation marks do not match/)
  })

  it('ends with 2 where the call is wrong', async () => {
    const [design, responses] = [at('01-srs-no-fpc', 'design.json'), at('01-srs-no-fpc', 'responses.csv')]
    expect((await tiyan('--design', design)).code).toBe(2)
    expect((await tiyan('--design', join(folder, 'nowhere.json'), '--responses', responses)).code).toBe(2)
    expect((await tiyan('--design', design, '--responses', responses, '--wave2-design', design)).code).toBe(2)
    // A second wave of two parts is not taken for one sample.
    const mixed = written(
      'mixed.json',
      JSON.stringify({ mixed: { column: 'channel', drawn: ['invitation'], share: 0.3 } }),
    )
    const waves = ['--wave2-design', mixed, '--wave2-responses', responses]
    const { code: refused, err } = await tiyan('--design', design, '--responses', responses, ...waves)
    expect(refused).toBe(2)
    expect(err).toContain('part by part')
    const { code, out } = await tiyan('--help')
    expect(code).toBe(0)
    expect(out).toContain('--wave2-design')
  })
})
