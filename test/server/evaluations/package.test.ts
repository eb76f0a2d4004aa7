import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../../server/config.ts'
import { filesOf } from '../../../server/files/package/read.ts'
import { zipOf } from '../../../server/files/package/write.ts'
import { titles } from '../../../server/files/report/titles.ts'
import { verifyPackage } from '../../../server/services/package/verify.ts'
import { type RunningServer, startServer } from '../../../server/start.ts'
import { command } from '../core/command.ts'
import { type Person, signedIn } from '../core/person.ts'
import { adminPassword } from '../core/town.ts'
import { hasR, withoutR } from '../files/hasR.ts'
import { getFile } from './files.ts'

let folder: string
let server: RunningServer
let admin: Person
const packages = new Map<string, Buffer>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tiyan-'))
  const environment = { PORT: '0', TIYAN_DATA: folder, TIYAN_LOG: 'silent', TIYAN_ADMIN_PASSWORD: adminPassword }
  server = await startServer(readConfig(environment), () => new Date('2026-06-20T04:00:00.000Z'))
  admin = await signedIn(server)
  for (const [kind, path] of [
    ['full', 'result.zip'],
    ['public', 'public.zip'],
  ] as const) {
    const { status, bytes } = await getFile(server, admin, `/api/evaluations/dongzhou/${path}`)
    expect(status).toBe(200)
    packages.set(kind, bytes)
  }
}, 120_000)
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

const bytesOf = (kind: string) => packages.get(kind) ?? Buffer.alloc(0)
const text = async (kind: string, name: string) => String((await filesOf(bytesOf(kind))).get(name))

describe.each(['full', 'public'])('the %s package', (kind) => {
  test('is recomputed from its own data: every number agrees', async () => {
    const path = join(folder, `${kind}.zip`)
    await writeFile(path, bytesOf(kind))
    const { code, out, err } = await command(folder, 'verify', path)
    expect([code, err]).toEqual([0, 'Everything agrees'])
    expect(out).toContain(`the ${kind} package of demo / dongzhou`)
    expect(Number(/(\d+) numbers/.exec(out)?.[1])).toBeGreaterThan(150)
  })

  test('with a changed byte is found out, and the file is named', async () => {
    for (const name of ['result.json', 'survey/responses.csv', 'inputs/facts.csv', 'r/recompute.R']) {
      const files = new Map(await filesOf(bytesOf(kind)))
      const bytes = Buffer.from(files.get(name) ?? '')
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
      const { problems } = await verifyPackage(await zipOf(files.set(name, bytes)))
      expect(problems.map(({ en }) => en)).toEqual([`${name} was changed: it is not what its hash says`])
    }
  })

  test('that lacks a file or has one more is found out', async () => {
    const files = new Map(await filesOf(bytesOf(kind)))
    files.delete('README.md')
    files.set('more.txt', Buffer.from('x'))
    const { problems } = await verifyPackage(await zipOf(files))
    expect(problems.map(({ en }) => en)).toEqual(['README.md is missing', 'more.txt does not belong to the package'])
  })

  test('says so where the numbers are not those of its data, whatever the hashes', async () => {
    const { hashed, manifestName } = await import('../../../server/services/package/manifest.ts')
    const files = new Map(await filesOf(bytesOf(kind)))
    const result = JSON.parse(String(files.get('result.json')))
    result.regions[0].result.total += 1e-9
    const forged = Buffer.from(JSON.stringify(result))
    const manifest = JSON.parse(String(files.get(manifestName)))
    manifest.files['result.json'] = hashed(forged)
    files.set('result.json', forged).set(manifestName, Buffer.from(JSON.stringify(manifest)))
    const { problems } = await verifyPackage(await zipOf(files))
    expect(problems.map(({ en }) => en)).toEqual([expect.stringMatching(/^result\.total: /)])
  })

  test.runIf(hasR)(
    'agrees with R’s survey package',
    async () => {
      const own = join(folder, kind)
      for (const [name, bytes] of await filesOf(bytesOf(kind))) {
        await mkdir(dirname(join(own, name)), { recursive: true })
        await writeFile(join(own, name), bytes)
      }
      const { stdout } = await promisify(execFile)('Rscript', [join(own, 'r/recompute.R')])
      expect(stdout).toContain('R and Tiyan agree.')
    },
    120_000,
  )
})

if (!hasR) test.skip(withoutR)

describe('what the public package tells of people', () => {
  test('is shared by at least five in every combination, the weight included', async () => {
    const rows: Record<string, string>[] = parse(await text('public', 'survey/responses.csv'), { columns: true })
    const { key, design } = JSON.parse(await text('public', 'survey/survey.json'))
    const items = new Set(key.items.map(({ name }: { name: string }) => name))
    const counts = new Map<string, number>()
    for (const row of rows) {
      const told = Object.entries(row).filter(([name]) => name !== 'respondent' && !items.has(name))
      counts.set(JSON.stringify(told), (counts.get(JSON.stringify(told)) ?? 0) + 1)
    }
    expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(5)
    expect(design.variables.length).toBeGreaterThanOrEqual(1)
  })

  test('gives a score of its own beside the official one, with the difference', async () => {
    const { score, official, difference, respondents, omitted } = JSON.parse(
      await text('public', 'survey/public-score.json'),
    )
    expect(difference).toBeCloseTo(score - official.score, 12)
    expect(Math.abs(difference)).toBeLessThan(2)
    expect(respondents + omitted).toBe(1800)
  })

  test('carries the hash of the full one', async () => {
    const { hashed } = await import('../../../server/services/package/manifest.ts')
    const { full } = JSON.parse(await text('public', 'manifest.json'))
    expect(full).toBe(hashed(Buffer.from(await text('full', 'manifest.json'))).sha256)
  })
})

test('the workbook holds what the result rests on, sheet by sheet', async () => {
  const { bytes } = await getFile(server, admin, '/api/evaluations/dongzhou/result.xlsx')
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes.buffer as ArrayBuffer)
  const sizes = Object.fromEntries(book.worksheets.map(({ name, rowCount }) => [name, rowCount - 3]))
  expect(sizes).toMatchObject({
    ...{ 总表: 1, 一级: 9, 二级: 29, 分项: 61, 市民体验_维度: 10, 缺项: 0 },
    ...{ 数据与佐证: 155, 市民体验_分组: 20, 样本结构: 20, 敏感性: 7 },
  })
  expect(book.getWorksheet('数据与佐证')?.getRow(4).getCell(6).value).toBe('东洲市数据局（示例数据）')
})

describe.each(['zh', 'en'] as const)('the report in Word (%s)', (lang) => {
  test('has the total of the API, tables and figures numbered in order, every chapter of its contents', async () => {
    const { status, bytes } = await getFile(server, admin, `/api/evaluations/dongzhou/result.docx?lang=${lang}`)
    expect(status).toBe(200)
    const xml = String((await filesOf(bytes)).get('word/document.xml'))
    const words = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text ?? '')
    const { body } = await admin.ask('GET', '/api/evaluations/dongzhou/result')
    const { total } = (body as never as { regions: [{ result: { total: number } }] }).regions[0].result
    expect(words).toContain(total.toFixed(2))
    const numbered = words.flatMap((text) => /^(?:表|Table )(\d+) {2}/.exec(text)?.[1] ?? [])
    expect(numbered.map(Number)).toEqual(numbered.map((_, at) => at + 1))
    for (const { [lang]: title } of Object.values(titles)) {
      expect(
        words.filter((text) => text === title),
        title,
      ).toHaveLength(2)
    }
    // A bar for each of the dimensions, and the radar beside the other regions.
    expect(xml.match(/<w:drawing>/g)).toHaveLength(8 + 1)
  })
})

test('what is no package is refused in words', async () => {
  const path = join(folder, 'no.zip')
  await writeFile(path, 'PK no archive')
  const { code, err } = await command(folder, 'verify', path)
  expect(code).toBe(1)
  expect(err).toContain('This is no package')
})
