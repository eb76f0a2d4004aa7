import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schemes } from '../../scoring/standard/schemes.ts'
import type { ServerProcess } from '../process/server.ts'
import { calculator, opened } from '../server/files/sheetFormula.ts'
import { askAs, figure, findingsOn, type Person, signIn } from './console.ts'
import { endDemo, ownDemo, sharedChromium } from './shared.ts'

const liNa: Person = { name: 'li.na', password: 'long enough 123' }
let server: ServerProcess
let browser: Browser
/** Where the first account is at work, and Li Na, all day long. */
let first: Page
let page: Page

beforeAll(async () => {
  ;[server, browser] = await Promise.all([ownDemo(), sharedChromium()])
  first = await signIn(browser, server)
  const made = await askAs(first.context(), 'POST', '/api/accounts', {
    ...liNa,
    roles: [{ role: 'evaluator', regions: null }],
  })
  expect(made.status()).toBe(201)
  page = await signIn(browser, server, liNa)
})

afterAll(() => endDemo(server))

const csv = (text: string) => ({ name: 'scores.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })

async function upload(page: Page, text: string) {
  await page.locator('input[type=file]').setInputFiles(csv(text))
}

/** Every objective L2 at 80, and nothing taken off. */
const all80 = schemes.city.dimensions
  .filter(({ kind }) => kind !== 'subjective')
  .flatMap(({ kind, indicators }) => indicators.map(({ id }) => `${id},${kind === 'deduction' ? 0 : 80}`))

describe('importing scores', () => {
  test('a file with mistakes is refused row by row; a good one changes the total; the XLSX re-adds; the brief becomes a PNG', async () => {
    await page.goto('/console/results')
    await page.getByRole('link', { name: /西河市/ }).click()
    const before = await page.locator('[data-figure="total"]').textContent()
    await page.getByRole('link', { name: '导入得分' }).click()

    await upload(page, 'indicator,score\nL1P1,很好\nL2P9,70\nL3P1,-4\n')
    const problems = page.getByRole('row')
    await problems.filter({ hasText: '很好' }).waitFor()
    const listed = await problems.allTextContents()
    expect(listed.filter((text) => /L1P1|L2P9|L3P1/.test(text))).toHaveLength(3)
    for (const row of ['2', '3', '4']) expect(listed.some((text) => text.includes(row))).toBe(true)
    expect(await page.locator('[data-figure="total"]').textContent()).toBe(before)
    expect(await findingsOn(page)).toEqual([])

    await upload(page, `indicator,score\n${all80.join('\n')}\n`)
    await page.getByText(`已导入 ${all80.length} 行`).waitFor()
    // 60 % objective at 80, and 40 % of the imported survey score of 62.17.
    await expect.poll(() => figure(page, 'total')).toBeCloseTo(0.6 * 80 + 0.4 * 62.17, 2)

    await page.getByRole('button', { name: '导出' }).click()
    const downloading = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Excel 工作簿' }).click()
    const book = await opened(await readFile(await (await downloading).path()))
    const valueAt = calculator(book)
    expect(valueAt('总表', 'G4')).toBeCloseTo(0.6 * 80 + 0.4 * 62.17, 9)
    const total = book.getWorksheet('总表')?.getCell('G4').value
    expect(total).toMatchObject({ result: expect.closeTo(0.6 * 80 + 0.4 * 62.17, 9) })

    await page.getByRole('button', { name: '导出' }).click()
    const drawing = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: '一页简报（PNG）' }).click()
    const png = await readFile(await (await drawing).path())
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    // A4, three dots for each of the picture's.
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([3 * 794, 3 * 1123])
    // A page of one colour takes some 30 kB: here something is drawn.
    expect(png.length).toBeGreaterThan(100_000)
  })
})

describe('facts by form', () => {
  const path = '/console/results/nanlin/facts'

  test('are scored as they are typed, checked beside the field, and saved as a version', async () => {
    await page.goto('/console/results/nanlin/import')
    await upload(page, 'indicator,score\n')
    await page.getByText('已导入 0 行').waitFor()

    await page.goto(path)
    const item = page.locator('#form-L1P1-A1')
    await item.getByLabel('可网上或移动端办理的事项数').fill('812件')
    await item.getByText('填的是“812件”').waitFor()
    await item.getByLabel('可网上或移动端办理的事项数').fill('812')
    await item.getByText('缺少此项').waitFor()
    await item.getByLabel('政务服务事项总数').fill('1000')
    await item.getByText('40% × (812 / 1000) × 100 = 32.48').waitFor()
    expect(await item.locator('[data-score]').textContent()).toContain('32.48')
    await item.getByRole('button', { name: '填写来源、日期与备注' }).click()
    await item.getByLabel('数据来源').fill('=政务服务网, “统计”')
    await item.getByLabel('数据日期').fill('2025-12-31')

    await page.getByRole('button', { name: /保\s*存/ }).click()
    await page.getByText('已保存为第 1 版').waitFor()
    await page.reload()
    await item.getByText('40% × (812 / 1000) × 100 = 32.48').waitFor()
    expect(await item.getByLabel('数据来源').inputValue()).toBe('=政务服务网, “统计”')
    await page.getByRole('button', { name: /第 1 版 · li\.na/ }).click()
    await page.getByRole('row', { name: /可网上或移动端办理的事项数.*812 项/ }).waitFor()
  })

  test('two at once: nothing is lost, and the second is told', async () => {
    const second = page
    for (const page of [first, second]) {
      await page.goto(path)
      await page.locator('#form-L1P1-A2').waitFor()
    }
    const oneStop = (page: Page) => page.locator('#form-L1P1-A2').getByLabel('线下一站式可办的事项数')
    const save = (page: Page) => page.getByRole('button', { name: /保\s*存/ }).click()
    await oneStop(first).fill('900')
    await save(first)
    await first.getByText('已保存为第 2 版').waitFor()

    await oneStop(second).fill('905')
    await save(second)
    await second.getByText('别人已保存了更新的一版').waitFor()
    expect(await oneStop(second).inputValue()).toBe('905')
    await second.getByRole('button', { name: '保留我的填写' }).click()
    await save(second)
    await second.getByText('已保存为第 3 版').waitFor()
  })

  test('the sheet can be downloaded, and its facts come back in', async () => {
    await page.goto(path)
    await page.getByRole('button', { name: '下载填报表' }).click()
    const downloading = page.waitForEvent('download')
    await page.getByRole('link', { name: '含现有数据（Excel）' }).click()
    const buffer = await readFile(await (await downloading).path())
    await page.locator('input[type=file]').setInputFiles({ name: 'facts.xlsx', mimeType: '', buffer })
    await page.getByRole('button', { name: /确\s*定/ }).click()
    await page.getByText('第 4 版').first().waitFor()
    await page.getByRole('button', { name: /第 4 版.*0 处改动/ }).waitFor()
  })

  test('stand behind the score: the tree goes down to the figures, the rulings and where they come from', async () => {
    await page.goto('/console/results/nanlin')
    for (const id of ['L1', 'L1P1', 'L1P1-A1']) {
      const row = page.locator(`tr[data-row-key="${id}"]`)
      await row.getByRole('button').click()
    }
    const working = page.locator('.item-working')
    await working.getByText('40% × (812 / 1000) × 100 = 32.48').waitFor()
    expect(await working.textContent()).toContain('=政务服务网, “统计”')
    expect(await working.textContent()).toContain('2025-12-31')
    expect(await findingsOn(page)).toEqual([])
  })
})

test('what if: a fact in a scratch copy moves the total by what is said, and the result stays as it was', async () => {
  await page.goto('/console/results/dongzhou/what-if')
  const before = await figure(page, 'total')
  await page.locator('.trial-choice input').first().click()
  await page.keyboard.type('L1P1-A1')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await page.getByLabel('可网上或移动端办理的事项数').fill('0')
  await page.getByRole('button', { name: /试\s*算/ }).click()
  await expect.poll(() => figure(page, 'what-if')).toBeLessThan(before)
  const then = await figure(page, 'what-if')
  const part = await page.locator('tr[data-row-key="L1P1-A1"]').textContent()
  expect(part).toContain((before - then).toFixed(2))
  await page.goto('/console/results/dongzhou')
  expect(await figure(page, 'total')).toBe(before)
})
