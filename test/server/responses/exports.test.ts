import { PassThrough } from 'node:stream'
import { text as textOf } from 'node:stream/consumers'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rowsPerSheet } from '../../../server/files/xlsx/streamed.ts'
import { exportProgress, unwatched } from '../../../server/services/exports/progress.ts'
import { responsesBook } from '../../../server/services/exports/responsesXlsx.ts'
import { sendResponses } from '../../../server/services/exports/survey.ts'
import { findPublished } from '../../../server/services/published.ts'
import type { Store } from '../../../server/store/database.ts'
import { exportedResponses } from '../../../server/store/exported.ts'
import { type Person, signedIn } from '../core/person.ts'
import { answer, answersOf, startTown, type Town } from '../core/town.ts'
import { getFile } from '../evaluations/files.ts'
import { townDesign } from '../monitor/townDesign.ts'

let town: Town
let admin: Person
beforeAll(async () => {
  town = await startTown({
    survey: townDesign({}),
    morePages: [{ name: 'words', elements: [{ type: 'comment', name: 'W1' }] }],
  })
  admin = await signedIn(town)
  for (let person = 0; person < 40; person++) {
    await answer(town, answersOf({ S4: person % 4 ? 'female' : 'male', A1: 1 + (person % 5), W1: '=1+1 找 a@b.cn' }))
  }
})
afterAll(() => town.end())

const file = (name: string) => getFile(town, admin, `/api/surveys/town/${name}`)
const csvRows = async () =>
  parse((await file('responses.csv')).bytes.toString(), { columns: true }) as Record<string, string>[]

test('the workbook has the rows of the CSV, as numbers, and a codebook', async () => {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load((await file('responses.xlsx')).bytes as never)
  const sheet = book.getWorksheet('responses')
  const [header, ...rows] = (sheet?.getSheetValues().slice(1) ?? []).map((row) => (row as unknown[]).slice(1))
  const csv = await csvRows()
  expect(header).toEqual(Object.keys(csv[0] ?? {}))
  expect(rows).toHaveLength(40)
  for (const [at, row] of rows.entries()) {
    const expected = Object.values(csv[at] ?? {})
    for (const [column, value] of expected.entries()) expect(String(row[column] ?? '')).toBe(value)
  }
  const codes = book
    .getWorksheet('codebook')
    ?.getSheetValues()
    .map((row) => (row as unknown[])?.slice(1))
  expect(codes).toContainEqual(['A1', 98, '不了解或没用过', 'Don’t know / have not used'])
})

test('the JSON has every answer as SurveyJS keeps it, de-identified, with what was written screened', async () => {
  const list = JSON.parse((await file('responses.json')).bytes.toString())
  const csv = await csvRows()
  expect(list).toHaveLength(40)
  expect(list.map(({ A1 }: { A1: number }) => String(A1))).toEqual(csv.map(({ A1 }) => A1))
  expect(list[0]).toMatchObject({ consent: true, W1: '=1+1 找 ▇▇▇', tiyan: { respondent: 1, channel: 'open' } })
  expect(list[0].tiyan.final_weight).toBeCloseTo(Number(csv[0]?.final_weight), 9)
  expect(JSON.stringify(list)).not.toMatch(/receipt|device|"id"/)
})

test('an export tells how far it is', async () => {
  const ticket = 'a-ticket-of-mine'
  expect((await file(`exports/${ticket}`)).status).toBe(404)
  await file(`responses.xlsx?ticket=${ticket}`)
  expect(JSON.parse((await file(`exports/${ticket}`)).bytes.toString())).toEqual({ state: 'done', rows: 40, of: 40 })
})

test('more rows than a sheet takes go on in the next one', async () => {
  const survey = await findPublished(town.context, 'town')
  if (!survey) throw new Error('no survey')
  const bytes: Buffer[] = []
  for await (const piece of await responsesBook(town.context.db, survey, unwatched, 15)) bytes.push(piece)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.concat(bytes) as never)
  expect(book.worksheets.slice(0, -1).map(({ name, rowCount }) => [name, rowCount])).toEqual([
    ['responses', 16],
    ['responses 2', 16],
    ['responses 3', 11],
  ])
  expect(book.worksheets[2]?.getCell('A2').value).toBe(31)
  expect(rowsPerSheet + 1).toBeLessThanOrEqual(1_048_576)
})

test('a thread of its own writes what the server would', async () => {
  const survey = await findPublished(town.context, 'town')
  if (!survey) throw new Error('no survey')
  const written = async (threadFrom: number, format: 'csv' | 'json') => {
    const sent = new PassThrough()
    const [text] = await Promise.all([
      textOf(sent),
      sendResponses(town.context, survey, format, sent, { ticket: `t${threadFrom}`, threadFrom }),
    ])
    return [text, exportProgress('town', `t${threadFrom}`)]
  }
  for (const format of ['csv', 'json'] as const) expect(await written(1, format)).toEqual(await written(1000, format))
})

test('rows of different base weights are read as those of one', async () => {
  const survey = await findPublished(town.context, 'town')
  if (!survey) throw new Error('no survey')
  const rows = async (db: Store) => {
    const all = []
    for (const limit of [1, 15, 100]) all.push(await exportedResponses(db, survey, { after: null, limit }))
    return all
  }
  const alike = await rows(town.context.db)
  const transaction = await town.context.db.startTransaction().execute()
  const some = alike[2]?.filter((_, at) => at % 3 === 0).map(({ id }) => id) ?? []
  await transaction
    .updateTable('response')
    .set({ base_weight: 1 / 3 })
    .where('id', 'in', some)
    .execute()
  const apart = await rows(transaction)
  await transaction.rollback().execute()
  expect(apart).toEqual(
    alike.map((piece) => piece.map((row) => ({ ...row, base_weight: some.includes(row.id) ? 1 / 3 : 1 }))),
  )
  expect(alike.map(({ length }) => length)).toEqual([1, 15, 40])
})

test('SPSS syntax names every column once, with labels, missing codes and the weight', async () => {
  const syntax = (await file('responses.sps')).bytes.toString()
  const header = Object.keys((await csvRows())[0] ?? {})
  const variables = /\/VARIABLES=\n([\s\S]*?)\.\n/.exec(syntax)?.[1] ?? ''
  expect(variables.split('\n').map((line) => line.trim().split(' ')[0])).toEqual(header)
  expect(syntax).toContain('MISSING VALUES A1 (97, 98, 99).')
  expect(syntax).toContain("98 '不了解或没用过'")
  expect(syntax).toContain('WEIGHT BY final_weight.')
})

test('the DDI codebook names the same columns, and is well-formed', async () => {
  const xml = (await file('codebook.xml')).bytes.toString()
  const names = [...xml.matchAll(/<var ID="[^"]+" name="([^"]+)"/g)].map(([, name]) => name)
  expect(names).toEqual(Object.keys((await csvRows())[0] ?? {}))
  expect(xml).toContain('wgt="wgt"')
  expect(xml).toContain('<caseQnty>40</caseQnty>')
  const { SaxesParser } = await import('saxes')
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
})
