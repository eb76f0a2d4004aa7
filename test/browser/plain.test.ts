import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publishQuestionnaire, setUpSurvey } from '../../server/services/publish.ts'
import { cityQuestionnaire } from '../../surveys/city/questionnaire.ts'
import { plan, startTown, type Town } from '../server/core/town.ts'
import { findings } from './axe.ts'
import { phone } from './chromium.ts'
import { button, radio, screen, wording } from './resident.ts'
import { sharedChromium } from './shared.ts'

let town: Town
let browser: Browser

beforeAll(async () => {
  ;[town, browser] = await Promise.all([startTown(), sharedChromium()])
  const act = { account: null, at: '2026-05-01T00:00:00.000Z' }
  const { db } = town.context
  const version = await publishQuestionnaire(db, { id: 'city', questionnaire: cityQuestionnaire }, act)
  await setUpSurvey(
    db,
    {
      ...plan,
      id: 'city',
      evaluation: 'village',
      title: { zh: '市民体验调查', en: 'Citizen experience survey' },
      questionnaire: { id: 'city', version },
    },
    act,
  )
})

afterAll(async () => {
  await town?.end()
})

const long = process.env.TIYAN_LONG === '1'

/** A phone whose browser runs no scripts. */
async function openWithoutScripts(path: string, viewport = phone): Promise<Page> {
  const context = await browser.newContext({ viewport, javaScriptEnabled: false, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(`${town.url}${path}`)
  return page
}

/** axe needs scripts: it looks at the same HTML in a browser that has them. */
async function expectAccessible(page: Page): Promise<void> {
  const content = await page.content()
  const context = await browser.newContext({ viewport: page.viewportSize() ?? phone, bypassCSP: true })
  const copy = await context.newPage()
  await copy.route('**/*', (route) => route.fulfill({ body: content, contentType: 'text/html' }))
  await copy.goto(page.url())
  await findings(copy)
  await context.close()
}

const shot = async (page: Page, name: string) => {
  const folder = process.env.TIYAN_SHOTS
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

const stored = () =>
  town.context.db.selectFrom('response').select(['answers', 'locale']).where('survey_id', '=', 'city').execute()

describe.each(long ? (['zh', 'en'] as const) : (['zh'] as const))('without scripts, in %s', (language) => {
  const words = wording[language]

  test('a resident answers from the welcome to the receipt, with a mistake on the way and going back', async () => {
    const page = await openWithoutScripts(`/s/city/plain?lang=${language}`)
    await expectAccessible(page)
    await shot(page, `plain-${language}-first`)

    await button(page, words.next).click()
    await expect(page.getByRole('alert').count()).resolves.toBe(1)
    await expectAccessible(page)
    await shot(page, `plain-${language}-wrong`)

    await screen(page, words)
    await button(page, words.next).click()
    await page.getByRole('checkbox', { name: words.online }).check()
    await shot(page, `plain-${language}-usage`)
    await button(page, words.next).click()
    await radio(page, words.fairly).first().check()
    await button(page, words.back).click()
    expect(await page.getByRole('checkbox', { name: words.online }).isChecked()).toBe(true)
    await button(page, words.next).click()
    expect(await radio(page, words.fairly).first().isChecked()).toBe(true)
    await shot(page, `plain-${language}-rated`)

    await expectAccessible(page)
    while (!(await button(page, words.send).isVisible())) {
      if (long) await expectAccessible(page)
      if (await radio(page, words.fairly).first().isVisible()) await radio(page, words.fairly).first().check()
      await button(page, words.next).click()
    }
    await page.getByRole('textbox').fill(language === 'zh' ? '希望公交更准时' : 'Buses on time')
    await shot(page, `plain-${language}-last`)
    await button(page, words.send).click()
    await page.getByRole('heading', { name: words.thanks }).waitFor()
    await expectAccessible(page)
    await shot(page, `plain-${language}-receipt`)

    const receipt = await page.locator('#receipt').textContent()
    const state = await (await fetch(`${town.url}/api/receipts/${receipt}`)).json()
    expect(state).toMatchObject({ survey: 'city', state: 'counted' })
    const all = await stored()
    const own = all.find(({ locale }) => locale === (language === 'zh' ? 'zh-cn' : 'en'))
    expect(JSON.parse(own?.answers ?? '')).toMatchObject({ consent: true, S5: ['g1'], A1: 4 })

    const before = all.length
    await page.reload()
    await page.getByRole('heading', { name: words.thanks }).waitFor()
    expect(await stored()).toHaveLength(before)
    await page.context().close()
  }, 300_000)
})

test('language and large type change midway without losing anything', async () => {
  const page = await openWithoutScripts('/s/city/plain?lang=zh')
  await screen(page)
  await button(page, 'English').click()
  expect(await radio(page, 'Female').isChecked()).toBe(true)
  await button(page, 'Large type').click()
  expect(await radio(page, 'Female').isChecked()).toBe(true)
  await expectAccessible(page)
  await shot(page, 'plain-elder')
  await button(page, 'Next').click()
  expect(await page.locator('html').getAttribute('class')).toBe('elder')
  await page.context().close()
})

test('from the welcome page the plain pages follow by themselves', async () => {
  const page = await openWithoutScripts('/s/city?lang=en')
  await screen(page, wording.en)
  await button(page, 'Next').click()
  await page.getByRole('checkbox', { name: wording.en.online }).waitFor()
  await page.context().close()
})

test('what is begun here is finished elsewhere with a code, on the smallest screen', async () => {
  const small = { width: 320, height: 640 }
  const page = await openWithoutScripts('/s/city/plain', small)
  await screen(page)
  await button(page, '下一页').click()
  await page.getByRole('checkbox', { name: wording.zh.online }).check()
  await page.getByText('以后再填').click()
  await button(page, '给我续填码').click()
  const code = (await page.locator('#code').textContent()) ?? ''
  await expectAccessible(page)
  await shot(page, 'plain-parked')
  await page.context().close()

  const other = await openWithoutScripts('/s/city/plain', small)
  await other.getByText('有续填码').click()
  await other.getByLabel('续填码').fill('2222-2222-2222')
  await button(other, '继续填写').click()
  await other.getByText('没有找到').waitFor()
  await expectAccessible(other)
  await shot(other, 'plain-unknown-code')
  await other.getByLabel('续填码').fill(code)
  await button(other, '继续填写').click()
  expect(await other.getByRole('checkbox', { name: wording.zh.online }).isChecked()).toBe(true)
  await other.context().close()
})

test('personal data in an open text are warned of once', async () => {
  const page = await openWithoutScripts('/s/city/plain')
  await screen(page)
  while (!(await button(page, '提交答卷').isVisible())) await button(page, '下一页').click()
  await page.getByRole('textbox').fill('请打 13800001234')
  await button(page, '提交答卷').click()
  await page.getByRole('alert').getByText('个人信息').waitFor()
  await expectAccessible(page)
  await shot(page, 'plain-personal')
  await button(page, '没有个人信息，继续').click()
  await page.getByRole('heading', { name: wording.zh.thanks }).waitFor()
  await page.context().close()
}, 120_000)

test('who is outside the population is told so kindly', async () => {
  const page = await openWithoutScripts('/s/city/plain')
  await screen(page)
  await radio(page, '否').check()
  await button(page, '下一页').click()
  await page.getByRole('heading', { name: '感谢您愿意参加' }).waitFor()
  await expectAccessible(page)
  await shot(page, 'plain-ending')
  await page.context().close()
})
