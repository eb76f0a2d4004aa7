import type { Json } from '../answers/json.ts'
import type { Placed } from '../elements.ts'
import { isByLocale } from '../localText.ts'
import type { Report } from './fault.ts'
import { htmlProperties, textsOf } from './texts.ts'

type Owner = Pick<Placed, 'path' | 'json'>

const addresses = ['imageLink', 'logo', 'backgroundImage']

/** Properties with which SurveyJS would call elsewhere, keep something in the browser, or hurry a person. */
const unwanted: Record<string, [zh: string, en: string]> = {
  navigateToUrl: ['答完后转到别的网址', 'sends people to another address at the end'],
  navigateToUrlOnCondition: ['答完后转到别的网址', 'sends people to another address at the end'],
  surveyId: ['会从 surveyjs.io 取问卷', 'fetches the questionnaire from surveyjs.io'],
  surveyPostId: ['会把答卷发给 surveyjs.io', 'sends the answers to surveyjs.io'],
  cookieName: ['会在同意之前写入 cookie', 'sets a cookie before there is consent'],
  partialSendEnabled: ['会发送未提交的答案', 'sends answers before they are handed in'],
  timeLimit: [
    '限时作答，老人和读屏用户来不及',
    'limits the time, which older people and users of screen readers do not have',
  ],
  timeLimitPerPage: [
    '限时作答，老人和读屏用户来不及',
    'limits the time, which older people and users of screen readers do not have',
  ],
}

/** Nothing of a questionnaire is fetched from elsewhere, and nothing is sent there. */
export function checkForeign(questionnaire: Json, elements: Placed[], { error }: Report): void {
  const owners: Owner[] = [{ path: 'survey', json: questionnaire }, ...elements]
  for (const { path, json } of owners) {
    for (const [property, [zh, en]] of Object.entries(unwanted)) {
      const value = json[property]
      if (value === undefined || value === '' || value === false || value === 0) continue
      if (Array.isArray(value) && value.length === 0) continue
      error(`${path}.${property}`, `不能使用 ${property}：${zh}`, `${property} is not allowed: it ${en}`)
    }
  }
  for (const { path, address } of addressesIn(questionnaire, owners)) {
    error(
      path,
      `不能引用站外的 ${address}，请用 data: 或本站的相对地址`,
      `${address} is elsewhere; use a data: address or a relative one`,
    )
  }
}

const isElsewhere = (address: string) =>
  /^\s*(?:[a-z][a-z0-9+.-]*:|\/\/|\\)/i.test(address) && !/^\s*data:image\//i.test(address)

function addressesIn(questionnaire: Json, owners: Owner[]): { path: string; address: string }[] {
  const found: { path: string; address: string }[] = []
  const take = (path: string, address: unknown) => {
    if (typeof address === 'string' && isElsewhere(address)) found.push({ path, address })
  }
  for (const { path, json } of owners) {
    for (const property of addresses) {
      const value = json[property]
      for (const address of isByLocale(value) ? Object.values(value) : [value]) take(`${path}.${property}`, address)
    }
  }
  for (const { path, property, value } of textsOf(questionnaire)) {
    if (!htmlProperties.has(property)) continue
    const html = typeof value === 'string' ? value : Object.values(value).join(' ')
    for (const [, source] of html.matchAll(/\ssrc\s*=\s*["']?([^"'\s>]+)/gi)) take(path, source)
  }
  return found
}
