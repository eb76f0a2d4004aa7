import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishQuestionnaire, setUpSurvey } from '../../server/services/publish.ts'
import { addEvaluation, addRegion } from '../../server/store/surveys.ts'
import { city } from '../../surveys/city/subject.ts'
import { fullForm } from '../../surveys/forms/full.ts'
import { plan, startTown, type Town } from '../server/core/town.ts'
import { sharedChromium } from './shared.ts'

const long = process.env.TIYAN_LONG === '1'
const looks = ['lang=zh', 'lang=en', 'lang=zh&view=elder', 'lang=en&view=elder']

let town: Town
let browser: Browser

const named = (code: string, zh: string, en: string) => ({ code, label: { zh, en } })

/** The longest names that there are, and some longer. */
const parts = [
  named('a', '莫力达瓦达斡尔族自治旗', 'Morin Dawa Daur Autonomous Banner'),
  named('b', '双江拉祜族佤族布朗族傣族自治县', 'Shuangjiang Lahu, Va, Blang and Dai Autonomous County'),
  named('c', '积石山保安族东乡族撒拉族自治县', 'Jishishan Bonan, Dongxiang and Salar Autonomous County'),
  named(
    'd',
    '国家级高新技术产业开发区（含综合保税区、临空经济示范区）',
    'National High-Technology-Industrial-Development-Zone',
  ),
  named('e', '东区', 'East'),
]
const region = { zh: '克孜勒苏柯尔克孜自治州（含兵团第三师图木舒克市）', en: 'Kizilsu Kirghiz Autonomous Prefecture' }

beforeAll(async () => {
  ;[town, browser] = await Promise.all([startTown(), sharedChromium()])
  const { db } = town.context
  const act = { account: null, at: '2026-05-01T00:00:00.000Z' }
  const version = await publishQuestionnaire(db, { id: 'long', questionnaire: fullForm(city, parts) }, act)
  await addRegion(db, { code: 'long', name: JSON.stringify(region), scheme: 'city', rank: '地级市' })
  await addEvaluation(db, { id: 'long', round_id: 'spring', region_code: 'long', scheme: 'city', state: 'draft' })
  const title = { zh: `${region.zh}市民体验调查`, en: `${region.en} citizen-experience survey` }
  await setUpSurvey(db, { ...plan, id: 'long', title, evaluation: 'long', questionnaire: { id: 'long', version } }, act)
})

afterAll(async () => {
  await town?.end()
})

test('long names of districts and regions break and stick out nowhere, from 320 to 768 wide', async () => {
  const page = await (await browser.newContext()).newPage()
  for (const path of ['', '/plain', '/paper']) {
    for (const look of long ? looks : ['lang=zh', 'lang=en&view=elder']) {
      await page.goto(`${town.url}/s/long${path}?${look}`)
      for (const width of [320, 360, 414, 768]) {
        await page.setViewportSize({ width, height: 780 })
        const out = await page.evaluate(() => {
          const wide = document.documentElement.clientWidth
          const elements = Array.from(document.querySelectorAll('body *:not(.hidden):not(.skip)'))
          return elements.filter((one) => one.getBoundingClientRect().right > wide + 1).map((one) => one.outerHTML)
        })
        expect(out, `${path} ${look} ${width}`).toEqual([])
        const folder = process.env.TIYAN_SHOTS
        if (folder) await page.screenshot({ path: `${folder}/${path.slice(1)}-${look}-${width}.png`, fullPage: true })
      }
    }
  }
  await page.context().close()
}, 60_000)
