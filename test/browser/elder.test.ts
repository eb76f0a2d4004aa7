import type { Browser, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { ServerProcess } from '../process/server.ts'
import { openIn } from './modes.ts'
import { button, radio, scriptRuns } from './resident.ts'
import { sharedChromium, sharedDemo } from './shared.ts'

let server: ServerProcess
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([sharedDemo(), sharedChromium()])
})

interface Heard {
  spoken: [lang: string, words: string][]
  stopped: number
}

/** Runs in the page: a voice that keeps what it was given. */
function withVoice() {
  const heard: Heard = { spoken: [], stopped: 0 }
  const voice = {
    speaking: false,
    speak({ lang, text }: SpeechSynthesisUtterance) {
      voice.speaking = true
      heard.spoken.push([lang, text])
    },
    cancel() {
      if (voice.speaking) heard.stopped++
      voice.speaking = false
    },
  }
  Object.defineProperty(window, 'speechSynthesis', { value: voice })
  Object.assign(window, { heard })
}

const heardOn = (page: Page) => page.evaluate(() => (window as unknown as { heard: Heard }).heard)

/** What can be pressed and is smaller than 60 × 60: the label of a choice stands for its box. */
const small = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>('a, button, summary, .choice label, select, input[type=text]'))
      .filter((one) => one.offsetParent !== null && !one.classList.contains('hidden') && !one.closest('.skip'))
      .filter((one) => one.offsetHeight < 60 || one.offsetWidth < 60)
      .map((one) => `${one.offsetWidth}×${one.offsetHeight} ${one.outerHTML}`),
  )

const elder = { name: 'large type', query: '?lang=zh&view=elder', context: { reducedMotion: 'reduce' as const } }

test('large type: targets of 60 × 60, large letters, no motion, one question read aloud in its language', async () => {
  const page = await openIn(browser, elder, 'about:blank')
  await page.addInitScript(withVoice)
  await page.goto(`${server.url}/s/demo${elder.query}`)
  await scriptRuns(page)
  expect(await small(page)).toEqual([])
  await radio(page, '同意').check()
  await button(page, '下一页').click()
  await radio(page, '是').waitFor()
  expect(await small(page)).toEqual([])

  const type = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => {
        const { fontSize, lineHeight } = getComputedStyle(one)
        const size = Number.parseFloat(fontSize)
        return { size, spacing: Number.parseFloat(lineHeight) / size }
      })
  for (const words of ['.question-title', '.choice label', '#next', '#switches a', '#progress p']) {
    const { size, spacing } = await type(`${words}:visible`)
    expect(size, words).toBeGreaterThanOrEqual(18)
    expect(spacing, words).toBeGreaterThanOrEqual(1.3)
  }
  const moving = await page.evaluate(() =>
    Array.from(document.querySelectorAll('*')).filter((one) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one)
      return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior === 'smooth'
    }),
  )
  expect(moving).toEqual([])

  await button(page, '朗读本题').click()
  expect((await heardOn(page)).spoken).toEqual([
    ['zh-CN', expect.stringContaining('居住满6个月')],
    ['zh-CN', '是'],
    ['zh-CN', '否'],
  ])
  await button(page, '朗读本题').click()
  expect((await heardOn(page)).stopped).toBe(1)
  await page.getByRole('link', { name: 'English' }).click()
  await button(page, 'Read aloud').click()
  expect((await heardOn(page)).spoken.slice(3)).toEqual([
    ['en', expect.stringContaining('six months')],
    ['en', 'Yes'],
    ['en', 'No'],
  ])
  // Going on stops the voice.
  await radio(page, 'Yes').check()
  await button(page, 'Next question').click()
  await page.getByRole('radio', { name: '16–17' }).waitFor()
  expect((await heardOn(page)).stopped).toBe(2)
  await page.context().close()
}, 60_000)
