import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../../../server/cli/run.ts'
import { hasR, recomputed, withoutR } from '../files/hasR.ts'

const reference = join(import.meta.dirname, '../../reference/stats')
const long = process.env.TIYAN_LONG === '1'

/** One of each kind; the others in the long form. */
const short = ['08-rake-stratified-unequal-weights', '10-linear-greg-numeric-api', '18-lonely-psu']
const all = readdirSync(reference).filter((name) => existsSync(join(reference, name, 'design.json')))

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tiyan-r-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function written(name: string): Promise<string> {
  const [design, responses, population] = ['design.json', 'responses.csv', 'population.csv'].map((file) =>
    join(reference, name, file),
  )
  const target = join(folder, name)
  const code = await run(
    [
      'estimate',
      ...['--design', design!, '--responses', responses!],
      ...(existsSync(population!) ? ['--population', population!] : []),
      ...['--r-script', target],
    ],
    { out: async () => {}, err: () => {}, language: 'en' },
  )
  expect(code).toBe(0)
  return target
}

describe('tiyan estimate --r-script', () => {
  it('writes the script and the files that it reads', async () => {
    expect(readdirSync(await written('06-rake-3-margins')).sort()).toEqual([
      'expected.csv',
      'margins.csv',
      'quantities.csv',
      'recompute.R',
      'responses.csv',
      'settings.csv',
      'totals.csv',
    ])
  })

  it.skipIf(!hasR).each(long ? all : short)(`%s: R finds the same${withoutR}`, { timeout: 120_000 }, async (name) => {
    const { status, output } = recomputed(await written(name))
    expect(output).toContain('R and Tiyan agree.')
    expect(status).toBe(0)
  })
})
