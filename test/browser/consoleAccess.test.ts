import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ServerProcess } from '../process/server.ts'
import { phone } from './chromium.ts'
import { askAs, findingsOn, goTo, signIn } from './console.ts'
import { endDemo, ownDemo, sharedChromium } from './shared.ts'

let server: ServerProcess
let browser: Browser

beforeAll(async () => {
  ;[server, browser] = await Promise.all([ownDemo(), sharedChromium()])
  const page = await signIn(browser, server)
  // One region with facts in place of scores, so that the form has something to fill in.
  await put('scores', 'indicator,score\n')
  await put('facts', 'indicator,input,value\nL1P1-A1,onlineItems,812\nL1P1-A1,totalItems,1000\n')
  async function put(kind: string, csv: string) {
    const answer = await askAs(page.context(), 'PUT', `/api/evaluations/nanlin/${kind}`, Buffer.from(csv), 'text/csv')
    expect(answer.status(), await answer.text()).toBe(200)
  }
  await page.context().close()
})

afterAll(() => endDemo(server))

/** Every page of the console with what shows that it is there. */
const pages = [
  ['/console/fieldwork', 'table'],
  ['/console/fieldwork/demo', '[data-figure="live-score"]'],
  ['/console/fieldwork/demo/acting', 'tbody tr[data-row-key]'],
  ['/console/fieldwork/demo/comments', '.comments li'],
  ['/console/handout/demo/interviewers', '[name="interviewer"]'],
  ['/console/results', 'table'],
  ['/console/results/dongzhou', '[data-figure="total"]'],
  ['/console/results/dongzhou/make-up', '.recharts-bar'],
  ['/console/results/dongzhou/comparison', '.recharts-radar'],
  ['/console/results/dongzhou/survey', 'table'],
  ['/console/results/dongzhou/weak', 'table'],
  ['/console/results/dongzhou/gaps', 'table'],
  ['/console/results/dongzhou/history', '.steps'],
  ['/console/compare/demo', 'table'],
  ['/console/compare/demo/chart', '.chart'],
  ['/console/compare/demo/indicators', '.box-plot'],
  ['/console/compare/demo/exports', '.ant-checkbox-group'],
  ['/console/results/nanlin/missing', 'table'],
  ['/console/results/qingyuan/sensitivity', 'table'],
  ['/console/results/dongzhou/rounds', '.ant-empty'],
  ['/console/results/nanlin/what-if', '.trial'],
  ['/console/results/nanlin/facts', '.item-form'],
  ['/console/results/nanlin/import', '.import'],
  ['/console/standard/city/L1P1-A1', '.formula'],
  ['/console/standard/county', '.dimension-entry'],
  ['/console/accounts', 'table'],
  ['/console/nowhere', '.ant-result'],
] as const

const long = process.env.TIYAN_LONG === '1'

/** In the long form every page in both; else the pages take turns, so that each is looked at in one of them. */
const settings = [
  ['on a phone, in English', { viewport: phone, language: 'en' as const }, 0],
  ['on a desk, in Chinese', {}, 1],
] as const

test.each(settings)(
  'axe finds nothing against A or AA on any page of the console, and none is wider than the screen: %s',
  async (_, setting, turn) => {
    const page = await signIn(browser, server, undefined, setting)
    const findings: Record<string, string[]> = {}
    for (const [path, shown] of pages.filter((_, at) => long || at % 2 === turn)) {
      await goTo(page, path)
      await page.locator(shown).first().waitFor()
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      )
      findings[path] = [...(await findingsOn(page)), ...(wide ? ['wider than the screen'] : [])]
    }
    expect(Object.fromEntries(Object.entries(findings).filter(([, found]) => found.length > 0))).toEqual({})
    await page.context().close()
  },
  long ? 900_000 : 360_000,
)
