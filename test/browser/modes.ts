import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { phone } from './chromium.ts'
import { scriptRuns } from './resident.ts'

/** How somebody looks at the pages. */
export interface Mode {
  name: string
  query: string
  context?: BrowserContextOptions
  /** Percentage of the person's own font size. */
  textSize?: number
}

export const modes: Mode[] = [
  { name: 'zh', query: '?lang=zh' },
  { name: 'en', query: '?lang=en' },
  { name: 'large type', query: '?lang=zh&view=elder' },
  { name: 'dark', query: '?lang=zh', context: { colorScheme: 'dark' } },
  { name: 'large type, dark, en', query: '?lang=en&view=elder', context: { colorScheme: 'dark' } },
  { name: 'high contrast', query: '?lang=zh', context: { contrast: 'more' } },
  { name: '320 wide', query: '?lang=en', context: { viewport: { width: 320, height: 568 } } },
  { name: '200 % text', query: '?lang=zh', textSize: 200 },
]

/** A page at an address in this mode. */
export async function openIn(browser: Browser, { query, context, textSize }: Mode, url: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: phone, ...context })).newPage()
  if (textSize) await page.addInitScript(enlarge, textSize)
  await page.goto(`${url}${query}`)
  await scriptRuns(page)
  return page
}

/** As a browser does it whose owner has chosen a larger font. */
function enlarge(percent: number) {
  document.addEventListener('DOMContentLoaded', () => {
    document.documentElement.style.fontSize = `${percent}%`
  })
}
