import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { numbersOf } from '../../scoring/result/numbersOf.ts'
import { command } from '../core/command.ts'

const reference = join(import.meta.dirname, '../../reference/objective')

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tiyan-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const score = (...args: string[]) => command(folder, 'score', ...args)

describe('the public examples', () => {
  test.each(['city-example-max', 'city-example-random', 'county-example-max', 'county-example-random'])(
    '%s agrees in every number',
    async (name) => {
      const { scheme, expected } = JSON.parse(await readFile(join(reference, `${name}.json`), 'utf8'))
      const { code, out, err } = await score('--scheme', scheme, '--facts', join(reference, `${name}.csv`))
      expect(err).toBe('')
      expect(code).toBe(0)
      const document = JSON.parse(out)
      expect(document).toMatchObject({ scheme, standard: 'GB/T 33356—2022', options: { normalizeShares: false } })
      const [{ region, errors, result }] = document.regions
      expect([region, errors]).toEqual(['', []])
      const numbers = numbersOf(result)
      const wanted = numbersOf(expected)
      expect(Object.keys(numbers)).toEqual(Object.keys(wanted))
      for (const [path, value] of Object.entries(wanted))
        expect(Math.abs((numbers[path] ?? Number.NaN) - value), path).toBeLessThan(1e-9)
      expect([result.missing, result.complete]).toEqual([expected.missing, expected.complete])
    },
  )
})
