import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { ServerProcess } from '../process/server.ts'
import { button, openPhone, radio, screen, wording } from './resident.ts'
import { sharedChromium, sharedDemo } from './shared.ts'

let server: ServerProcess
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([sharedDemo(), sharedChromium()])
})

interface Focused {
  kind: string
  /** Whether something of its group is chosen. */
  answered: boolean
  words: string
  inSight: boolean
}

/** What has the focus, as somebody sees it who has no pointer. */
const focused = (page: Page): Promise<Focused> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement
    const { top, bottom } = element.getBoundingClientRect()
    const group = Array.from(
      document.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(element.name ?? '')}"]`),
    )
    return {
      kind: element.tagName === 'INPUT' ? element.type : element.tagName.toLowerCase(),
      answered: group.some(({ checked }) => checked),
      words: element.textContent ?? '',
      inSight: bottom > 0 && top < window.innerHeight,
    }
  })

const forward = /^(下一页|下一题|提交答卷)$/

/** Answers everything with Tab, Space and Enter alone, until a receipt is there. */
async function runByKeyboard(page: Page) {
  for (let presses = 0; presses < 1500; presses++) {
    await page.keyboard.press('Tab')
    const { kind, answered, words, inSight } = await focused(page)
    expect(inSight).toBe(true)
    if (kind === 'radio' && !answered) await page.keyboard.press('Space')
    if (kind === 'checkbox' && !answered) await page.keyboard.press('Space')
    if (kind !== 'button' || !forward.test(words)) continue
    const before = await page.locator('#main').textContent()
    await page.keyboard.press('Enter')
    await page.waitForFunction((old) => document.querySelector('#main')?.textContent !== old, before)
    await expect.poll(() => page.locator('#next[aria-disabled]').count()).toBe(0)
    if (await page.locator('#receipt').isVisible()) return
    // The next page begins at its heading, whatever was pressed.
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  }
  throw new Error('the receipt was not reached')
}

test.each(process.env.TIYAN_LONG === '1' ? ['', '?view=elder'] : [''])(
  'the whole questionnaire is answered with the keyboard alone: %s',
  async (query) => {
    const { page, context } = await openPhone(browser, `${server.url}/s/demo${query}`)
    await runByKeyboard(page)
    await page.getByRole('heading', { name: '感谢您的参与' }).waitFor()
    await context.close()
  },
  180_000,
)

test('by the accessibility tree: each rating is a group named after its question, with its choices in order', async () => {
  const { page, context } = await openPhone(browser, `${server.url}/s/demo`)
  const first = page.getByRole('group', { name: /您的性别是/ })
  expect(await first.getByRole('radio').allInnerTexts()).toHaveLength(3)
  await screen(page)
  await button(page, '下一页').click()
  await page.getByRole('checkbox', { name: wording.zh.online }).check()
  await button(page, '下一页').click()
  await page.getByRole('heading', { level: 1, name: '政务服务' }).waitFor()
  expect(await page.getByRole('radiogroup', { name: '在网上或手机上办理政务事项的方便程度' }).ariaSnapshot()).toMatch(
    /非常满意[\s\S]*比较满意[\s\S]*一般[\s\S]*不太满意[\s\S]*很不满意[\s\S]*不了解或没用过/,
  )
  await context.close()
})

test('the page with its styles weighs less than 14 KB, and says where it came from to nobody', async () => {
  const response = await fetch(`${server.url}/s/demo`, { headers: { 'accept-encoding': 'br' } })
  expect(response.headers.get('content-encoding')).toBe('br')
  expect(Number(response.headers.get('content-length'))).toBeLessThan(14 * 1024)
  expect(response.headers.get('referrer-policy')).toBe('no-referrer')
})

test('an invitation is taken out of the address, survives a reload, and goes with the screening answers', async () => {
  const { page, context } = await openPhone(browser, `${server.url}/s/demo?i=SECRET-CODE`)
  await expect.poll(() => page.url()).not.toContain('SECRET')
  await radio(page, '同意').check()
  await button(page, '下一页').click()
  await page.locator('.wrong-summary').waitFor()
  await page.reload()
  await radio(page, '同意').waitFor()
  await screen(page)
  const [asked] = await Promise.all([page.waitForRequest('**/places'), button(page, '下一页').click()])
  expect(asked.postDataJSON().invitation).toBe('SECRET-CODE')
  await context.close()
})
