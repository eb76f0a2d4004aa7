import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyPackage } from '../../server/services/package/verify.ts'
import type { Role } from '../../server/shapes/session.ts'
import type { ServerProcess } from '../process/server.ts'
import { askAs, findingsOn, type Person, signIn } from './console.ts'
import { endDemo, ownDemo, sharedChromium } from './shared.ts'

let server: ServerProcess
let browser: Browser
const pages: Record<string, Page> = {}
const staff: Record<string, Role[]> = {
  wang: ['reporter'],
  zhao: ['evaluator', 'publisher'],
  qian: ['evaluator', 'publisher'],
}

beforeAll(async () => {
  ;[server, browser] = await Promise.all([ownDemo(), sharedChromium()])
  const page = await signIn(browser, server)
  for (const [name, roles] of Object.entries(staff)) {
    const person: Person = { name, password: 'correct horse battery' }
    const grants = roles.map((role) => ({ role, regions: null }))
    expect((await askAs(page.context(), 'POST', '/api/accounts', { ...person, roles: grants })).status()).toBe(201)
    pages[name] = await signIn(browser, server, person)
  }
  await page.context().close()
})

afterAll(() => endDemo(server))

const at = (name: string): Page => pages[name] ?? expect.fail(`nobody is called ${name}`)

async function open(name: string) {
  await at(name).goto('/console/results/nanlin')
  await at(name).locator('.steps').waitFor()
}

/** The console spaces two characters out. */
const spaced = (name: string) => new RegExp([...name].join('\\s*'))

/** Presses a step's button, gives the reason where one is wanted, confirms. */
async function choose(name: string, action: string, remark = '') {
  await at(name)
    .locator('.steps')
    .getByRole('button', { name: spaced(action) })
    .click()
  const dialog = at(name).getByRole('dialog')
  if (remark) await dialog.getByRole('textbox').fill(remark)
  await dialog.getByRole('button', { name: spaced(action) }).click()
}

async function take(name: string, action: string, state: string, remark?: string) {
  await open(name)
  await choose(name, action, remark)
  await at(name).locator('.page-title .ant-tag', { hasText: state }).waitFor()
}

test('submit → return → correct → accept → compute → publish → correct, by three people; two at once are told', async () => {
  await open('wang')
  await at('wang').getByText('您没有这个角色').waitFor({ state: 'detached' })
  await take('wang', '提交', '已提交')

  // Both evaluators look at what was submitted; one is faster.
  for (const name of ['zhao', 'qian']) await open(name)
  await choose('zhao', '退回')
  await at('zhao').getByRole('dialog').getByText('请写明原因').waitFor()
  await at('zhao').getByRole('dialog').getByRole('textbox').fill('L1P1 与上年不符，请核对')
  await at('zhao')
    .getByRole('dialog')
    .getByRole('button', { name: spaced('退回') })
    .click()
  await at('zhao').locator('.page-title .ant-tag', { hasText: '填报中' }).waitFor()
  await choose('qian', '接受')
  await at('qian').getByText('有人先您一步').waitFor()
  await at('qian').getByText('zhao 已退回').waitFor()
  expect(await findingsOn(at('qian'))).toEqual([])
  await at('qian').getByRole('button', { name: '查看最新情况' }).click()
  await at('qian').locator('.page-title .ant-tag', { hasText: '填报中' }).waitFor()

  await at('wang').goto('/console/results/nanlin/import')
  const scores = await (await at('wang').context().request.get('/api/evaluations/nanlin/inputs')).json()
  const rows: { indicator: string; score: string }[] = scores.scores.rows
  const better = rows.map(({ indicator, score }) => `${indicator},${indicator === 'L1P1' ? 93.4 : score}`)
  await at('wang')
    .locator('input[type=file]')
    .setInputFiles({
      name: 'scores.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`indicator,score\n${better.join('\n')}\n`),
    })
  await at('wang').getByText(`已导入 ${rows.length} 行`).waitFor()
  await take('wang', '提交', '已提交')

  await take('zhao', '接受', '已接受')
  await take('zhao', '计算', '已计算')
  await open('zhao')
  await at('zhao').getByText('第 1 版由您（zhao）计算，须由另一位有“发布”角色的人发布').waitFor()
  expect(
    await at('zhao')
      .locator('.steps')
      .getByRole('button', { name: spaced('发布') })
      .isDisabled(),
  ).toBe(true)
  await take('qian', '发布', '已发布', '定稿')
  await take('qian', '更正', '填报中', '共享数据量更正')
  await take('wang', '提交', '已提交')
  await take('qian', '接受', '已接受')
  await take('qian', '计算', '已计算')
  await take('zhao', '发布', '已发布')

  await at('zhao').goto('/console/results/nanlin/history')
  const versions = at('zhao').getByRole('row')
  await versions.filter({ hasText: '共享数据量更正' }).filter({ hasText: 'qian' }).first().waitFor()
  await at('zhao')
    .getByRole('row', { name: /退回.*L1P1 与上年不符/ })
    .waitFor()
  expect(await findingsOn(at('zhao'))).toEqual([])
  await versions
    .filter({ hasText: 'qian' })
    .first()
    .getByRole('button', { name: spaced('导出') })
    .click()
  const downloading = at('zhao').waitForEvent('download')
  await at('zhao').getByRole('link', { name: '完整结果包' }).click()
  const { manifest, problems } = await verifyPackage(await readFile(await (await downloading).path()))
  expect([manifest?.kind, manifest?.version, problems]).toEqual(['full', 2, []])
}, 120_000)
