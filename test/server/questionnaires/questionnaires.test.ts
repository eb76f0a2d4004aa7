import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cityQuestionnaire } from '../../../surveys/city/questionnaire.ts'
import { type Person, signedIn } from '../core/person.ts'
import { questionnaire as small } from '../core/questionnaire.ts'
import { startTown, type Town } from '../core/town.ts'

let town: Town
let admin: Person
beforeAll(async () => {
  town = await startTown()
  admin = await signedIn(town)
})
afterAll(() => town.end())

const ask = async (method: 'GET' | 'POST', path: string, body?: unknown, person = admin) => {
  const { status, code, text } = await person.ask(method, `/api/questionnaires${path}`, body)
  return { status, code, json: JSON.parse(text) }
}
const publish = (questionnaire: unknown) => ask('POST', '/city/versions', { questionnaire })

const shorter = { ...cityQuestionnaire, maxCommentLength: 100 }

describe('questionnaires over HTTP', () => {
  test('one is checked, published, listed and read', async () => {
    const checked = await ask('POST', '/city/check', { questionnaire: cityQuestionnaire })
    expect(checked.json).toMatchObject({ faults: [], comparedWith: null, changes: [] })
    expect(checked.json.key.items).toHaveLength(31)
    expect((await ask('GET', '')).json.map(({ id }: { id: string }) => id)).toEqual(['small'])

    expect(await publish(cityQuestionnaire)).toMatchObject({ status: 200, json: { id: 'city', version: 1 } })
    expect((await publish(cityQuestionnaire)).json.version).toBe(1)
    const [city] = (await ask('GET', '')).json
    expect(city).toMatchObject({
      ...{ id: 'city', version: 1, scheme: 'city', locales: ['zh-cn', 'en'], items: 31, scored: 30 },
      title: { zh: '市民体验调查', en: 'Citizen experience survey' },
    })
    expect((await ask('GET', '/city')).json).toEqual(cityQuestionnaire)
  })

  test('a draft is held against the newest version, and versions against each other', async () => {
    await publish(cityQuestionnaire)
    const change = { path: 'survey.maxCommentLength', kind: 'changed', before: 200, after: 100 }
    expect((await ask('POST', '/city/check', { questionnaire: shorter })).json).toMatchObject({
      comparedWith: 1,
      changes: [change],
    })
    expect((await publish(shorter)).json.version).toBe(2)
    expect((await ask('GET', '/city/changes?from=1&to=2')).json).toEqual([change])
    expect((await ask('GET', '/city?version=1')).json).toEqual(cityQuestionnaire)
  })

  test('one with faults is refused with all of them', async () => {
    const { status, code, json } = await ask('POST', '/city/versions', {
      questionnaire: { ...small, timeLimit: 9, scale: 0 },
    })
    expect([status, code]).toEqual([422, 'invalid'])
    expect(json.errors.map(({ path }: { path: string }) => path)).toEqual(['survey.scale', 'survey.timeLimit'])
    const { json: report } = await ask('POST', '/city/check', { questionnaire: {} })
    expect(report.faults.map(({ path }: { path: string }) => path)).toEqual([
      'survey.pages',
      'survey',
      'survey',
      'survey',
    ])
  })

  test('a shipped one is made for one’s own region, and can be published as it comes', async () => {
    const parts = [{ code: 'east', label: { zh: '东区', en: 'East' } }]
    const { text } = await admin.ask('POST', '/api/questionnaire-drafts', { scheme: 'county', form: 'both', parts })
    const { questionnaire, variables, forms } = JSON.parse(text)
    expect(variables.map(({ name }: { name: string }) => name)).toEqual(['sex', 'age', 'township', 'place', 'form'])
    expect(forms.variable).toBe('form')
    expect(await ask('POST', '/own/versions', { questionnaire })).toMatchObject({ status: 200, json: { version: 1 } })
    expect((await admin.ask('POST', '/api/questionnaire-drafts', { scheme: 'village', parts: [] })).status).toBe(422)
  })

  test('what is not there is not found', async () => {
    expect((await ask('GET', '/nothing')).status).toBe(404)
    expect((await ask('GET', '/small?version=9')).status).toBe(404)
    expect((await ask('GET', '/small/changes?from=1&to=9')).status).toBe(404)
    expect((await ask('POST', '/Not%20a%20name/versions', { questionnaire: small })).status).toBe(422)
  })

  test('only fieldwork publishes', async () => {
    const password = 'long enough to use'
    await admin.ask('POST', '/api/accounts', { name: 'wang', password, roles: [{ role: 'viewer', regions: null }] })
    const wang = await signedIn(town, 'wang', password)
    expect((await ask('POST', '/city/versions', { questionnaire: small }, wang)).status).toBe(403)
    expect((await ask('POST', '/city/check', { questionnaire: small }, wang)).status).toBe(403)
    expect((await ask('GET', '/small', undefined, wang)).status).toBe(200)
    expect((await fetch(`${town.url}/api/questionnaires`)).status).toBe(401)
  })
})
