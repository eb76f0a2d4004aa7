import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerOf } from '../../../server/services/paper/answer.ts'
import { channels } from '../../../server/shapes/channel.ts'
import { workbookOf } from '../files/workbookOf.ts'
import { command, commandOn } from './command.ts'
import { adminPassword, startTown, type Town } from './town.ts'

let town: Town
let elsewhere: string
beforeAll(async () => {
  elsewhere = mkdtempSync(join(tmpdir(), 'tiyan-'))
  town = await startTown({
    survey: { quotas: [{ id: 'women', variables: ['sex'], categories: ['female'], target: 10, policy: 'count' }] },
  })
})
afterAll(async () => {
  await town.end()
  rmSync(elsewhere, { recursive: true, force: true })
})

const rows = () => town.context.db.selectFrom('response').select(['id', 'channel', 'codes', 'locale']).execute()

function file(name: string, text: string): string {
  const path = join(elsewhere, name)
  writeFileSync(path, text)
  return path
}

describe('import-responses', () => {
  const good = 'consent,S1,S4,A1,A2,B1,locale\n是,yes,female,5,98,,zh-cn\ntrue,yes,male,1,2,3,\n1,no,male,1,2,3,\n'

  test('takes in what is right, marked as paper, and says who is outside the population', async () => {
    const { code, out } = await command(town.folder, 'import-responses', '--survey', 'town', file('good.csv', good))
    expect(JSON.parse(out)).toEqual({ stored: 2, repeated: 0, refused: { 'not-eligible': 1 }, problems: [] })
    expect(code).toBe(0)
    expect(await rows()).toEqual([
      expect.objectContaining({ channel: 'paper' }),
      expect.objectContaining({ channel: 'paper' }),
    ])
    expect((await rows()).map(({ codes, locale }) => [codes, locale]).sort()).toEqual([
      ['123', ''],
      ['589', 'zh-cn'],
    ])
  })

  test('the same file again counts once', async () => {
    const { out } = await command(town.folder, 'import-responses', '--survey', 'town', file('good.csv', good))
    expect(JSON.parse(out)).toMatchObject({ stored: 0, repeated: 2 })
  })

  test('lists everything that is wrong, by its cell, and stores nothing', async () => {
    const before = await rows()
    const bad = 'consent,S1,A1\ntrue,yes,5\n,maybe,7\n'
    const { code, out } = await command(town.folder, 'import-responses', '--survey', 'town', file('bad.csv', bad))
    expect(code).toBe(1)
    expect(JSON.parse(out).problems).toEqual([
      expect.stringMatching(/^row 3, column 1, consent: /),
      expect.stringMatching(/^row 3, column 2, S1: /),
      expect.stringMatching(/^row 3, column 3, A1: /),
    ])
    const path = join(elsewhere, 'bad.xlsx')
    const cells = (values: string[]) => values.map((value) => `<c t="str"><v>${value}</v></c>`).join('')
    const line = (number: number, values: string[]) => `<row r="${number}">${cells(values)}</row>`
    const lines = [line(1, ['id', 'S4', 'A1']), line(7, ['7', 'female', '6'])]
    writeFileSync(path, workbookOf({ sheet: `<sheetData>${lines.join('')}</sheetData>` }))
    const { out: ofSheet } = await command(town.folder, 'import-responses', '--survey', 'town', path)
    expect(JSON.parse(ofSheet).problems).toEqual([
      expect.stringMatching(/^sheet “Sheet1”, cell A7, id: must be a UUID/),
      expect.stringMatching(/^sheet “Sheet1”, row 7, consent: /),
      expect.stringMatching(/^sheet “Sheet1”, row 7, S1: /),
      expect.stringMatching(/^sheet “Sheet1”, cell C7, A1: /),
    ])
    expect(await rows()).toEqual(before)
  })

  test('says which columns are no questions, and which are there twice', async () => {
    const path = file('x.csv', 'consent,Z9,consent\n1,2,1\n')
    const { code, out } = await command(town.folder, 'import-responses', '--survey', 'town', path)
    expect(code).toBe(1)
    expect(JSON.parse(out).problems).toEqual([
      expect.stringMatching(/^row 1, column 2: the questionnaire has no question “Z9”/),
      'row 1, column 3, consent: this column is there twice',
    ])
  })

  test('an unknown survey is wrong usage', async () => {
    expect((await command(town.folder, 'import-responses', '--survey', 'nowhere', file('good.csv', good))).code).toBe(2)
  })
})

describe('an answer in a cell', () => {
  const question = (type: string, choices: unknown[] = [], inputType?: string) => ({ type, choices, inputType })
  test.each([
    [question('boolean'), '否', false],
    [question('boolean'), 'perhaps', 'perhaps'],
    [question('radiogroup', [1, 2]), '98', 98],
    [question('radiogroup', ['1', '2']), '2', '2'],
    [question('radiogroup', ['a', 1]), 'b', 'b'],
    [question('checkbox', ['a', 'b']), 'a | b', ['a', 'b']],
    [question('text', [], 'number'), '42', 42],
    [question('comment'), '42', '42'],
  ])('%j %s → %j', (one, text, answer) => {
    expect(answerOf(one, text)).toEqual(answer)
  })
})

describe('simulate', () => {
  const simulate = (seed: number) =>
    command(town.folder, 'simulate', '--survey', 'town', '--responses', '50', '--seed', String(seed), '--url', town.url)

  test('sends valid answers through the server’s door, the same for the same seed', async () => {
    const before = await rows()
    const first = await simulate(1)
    expect(first.code).toBe(0)
    expect(JSON.parse(first.out)).toMatchObject({ seed: 1, responses: 50, statuses: { 201: 50 } })
    expect(await rows()).toHaveLength(before.length + 50)

    expect(JSON.parse((await simulate(1)).out).statuses).toEqual({ 200: 50 })
    expect(JSON.parse((await simulate(2)).out).statuses).toEqual({ 201: 50 })
    expect((await command(town.folder, 'check-store')).code).toBe(0)
  })

  test('comes by all channels, with a bar while it runs and a summary of each at the end', async () => {
    const by = (channels: string, environment: Record<string, string> = { TIYAN_ADMIN_PASSWORD: adminPassword }) => {
      const args = ['--survey', 'town', '--responses', '50', '--seed', '3', '--rate', '500', '--url', town.url]
      return commandOn(town.folder, environment, ['simulate', ...args, '--channels', channels])
    }
    const before = new Set((await rows()).map(({ id }) => id))
    const { code, out, err } = await by('all')
    expect(code).toBe(0)
    const each = Object.fromEntries(channels.map((channel) => [channel, { 201: 10 }]))
    expect(JSON.parse(out)).toMatchObject({ responses: 50, statuses: { 201: 50 }, channels: each })
    expect(err).toMatch(/\[█+·*\] \d+ \/ 50, \d+ a second/)
    expect(err).toContain('invitations: 201 × 10')
    const fresh = (await rows()).filter(({ id }) => !before.has(id))
    for (const channel of channels) expect(fresh.filter((row) => row.channel === channel)).toHaveLength(10)

    expect(JSON.parse((await by('all')).out).statuses).toEqual({ 200: 50 })
    expect((await command(town.folder, 'check-store')).code).toBe(0)
    expect((await by('signed', {})).err).toContain('TIYAN_ADMIN_PASSWORD')
    expect((await by('letter')).err).toContain('no channel “letter”')
  })

  test('says where nobody answers', async () => {
    const { code, err } = await command(
      town.folder,
      'simulate',
      '--survey',
      'nowhere',
      '--responses',
      '1',
      '--url',
      town.url,
    )
    expect(code).toBe(2)
    expect(err).toContain('404')
  })
})
