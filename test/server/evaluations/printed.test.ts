import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filesOf } from '../../../server/files/package/read.ts'
import type { ResultDocument } from '../../../server/shapes/evaluation.ts'
import { type Person, signedIn } from '../core/person.ts'
import { startTown, type Town } from '../core/town.ts'
import { getFile, putFile } from './files.ts'

let town: Town
let admin: Person
const facts = readFileSync(new URL('../../reference/objective/city-example-random.csv', import.meta.url))
const village = '/api/evaluations/village'

beforeAll(async () => {
  town = await startTown()
  admin = await signedIn(town)
  await putFile(town, admin, `${village}/facts`, facts)
  await admin.ask('PUT', '/api/regions/village/departments', { departments: { L1: '市<卫健>委' } })
})
afterAll(() => town.end())

const total = async () => {
  const { regions } = (await admin.ask('GET', `${village}/result`)).body as never as ResultDocument
  return regions[0]?.result?.total ?? expect.fail('no total')
}

test('the page to be printed and the brief show the total of the API, in both languages', async () => {
  const shown = (await total()).toFixed(2)
  for (const [lang, words] of [
    ['zh', ['总体得分', '责任部门']],
    ['en', ['Total', 'Department']],
  ] as const) {
    const page = String((await getFile(town, admin, `${village}/print?lang=${lang}`)).bytes)
    for (const word of [...words, shown, '市&lt;卫健&gt;委', '<svg']) expect(page).toContain(word)
    expect(page).not.toMatch(/<nav|https?:\/\/(?!www\.w3\.org)/)
    const brief = String((await getFile(town, admin, `${village}/brief.svg?lang=${lang}`)).bytes)
    expect(brief).toContain(shown)
  }
})

test('nothing is printed of what is not there', async () => {
  const { status } = await getFile(town, admin, '/api/evaluations/nowhere/print')
  expect(status).toBe(404)
})

test('the evidence pack has the indicator set, the steps and the result, each with its hash, and says what it lacks', async () => {
  const files = await filesOf((await getFile(town, admin, `${village}/evidence.zip`)).bytes)
  expect(String(files.get('README.md'))).toMatch(/L8P1-A2[\s\S]*评价工作通知/)
  expect(String(files.get('01-indicators.csv'))).toContain('L9P1')
  const document: ResultDocument = JSON.parse(String(files.get('04-result.json')))
  expect(document.regions[0]?.result?.total).toBe(await total())
  const sums = String(files.get('SHA256SUMS')).trim().split('\n')
  expect(sums).toHaveLength(files.size - 1)
  for (const line of sums) {
    const [hash, name = ''] = line.split('  ')
    expect(hash).toBe(
      createHash('sha256')
        .update(files.get(name) ?? '')
        .digest('hex'),
    )
  }
})
