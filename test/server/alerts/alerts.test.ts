import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { deliverAlerts } from '../../../server/services/alerts/deliver.ts'
import { watchAlerts } from '../../../server/services/alerts/watch.ts'
import { signatureOf } from '../../../server/services/alerts/webhook.ts'
import type { AlertsPage } from '../../../server/shapes/alerts.ts'
import type { Monitor } from '../../../server/shapes/monitor.ts'
import type { Role } from '../../../server/shapes/session.ts'
import { type Person, signedIn } from '../core/person.ts'
import { answer, answersOf, type Town } from '../core/town.ts'
import { townWith, women } from '../places/visitor.ts'
import { startMailServer, startWebhook } from './receivers.ts'

let town: Town
let admin: Person
let now = new Date('2026-06-02T08:00:00.000Z')
afterEach(() => town.end())

const open = async (environment: Record<string, string> = {}, quotas = [women(10)]) => {
  now = new Date('2026-06-02T08:00:00.000Z')
  town = await townWith({
    quotas,
    survey: { opensAt: '2026-06-01T00:00:00.000Z', closesAt: '2026-06-11T00:00:00.000Z' },
    now: () => now,
    environment,
  })
  admin = await signedIn(town)
}
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}
const look = async () => {
  await watchAlerts(town.context)
  await deliverAlerts(town.context)
}
const page = async () => (await admin.ask('GET', '/api/surveys/town/alerts')).body as never as AlertsPage
const kinds = async () => (await page()).alerts.map(({ kind, clearedAt }) => `${kind}${clearedAt ? ' over' : ''}`)
const put = (settings: object) => admin.ask('PUT', '/api/surveys/town/alerts/settings', settings)
const only = (kind: string, threshold: number) => ({ kind, on: true, threshold })
const send = async (times: number, others: object = {}) => {
  for (let one = 0; one < times; one++) await answer(town, answersOf({ ...others }))
}

test('a quota that is nearly full is noticed once, shown in the monitor, and over when its target is raised', async () => {
  await open()
  await put({ rules: [only('quota-nearly-full', 90)], webhook: null, emails: [] })
  await send(8)
  await look()
  expect(await kinds()).toEqual([])
  await send(1)
  await look()
  await look()
  expect(await kinds()).toEqual(['quota-nearly-full'])
  const monitor = (await admin.ask('GET', '/api/surveys/town/monitor')).body as never as Monitor
  expect(monitor.alerts).toMatchObject([{ kind: 'quota-nearly-full', acknowledgedBy: null }])
  expect((await admin.ask('POST', '/api/surveys/town/alerts/1/acknowledge')).status).toBe(204)
  expect((await page()).alerts[0]?.acknowledgedBy).toBe('admin')
  await admin.ask('PATCH', '/api/surveys/town/quotas/women', { target: 20, reason: '扩样' })
  await look()
  expect(await kinds()).toEqual(['quota-nearly-full over'])
})

test('behind pace, a quota that will not fill, a burst, identical answers: each by its own figure', async () => {
  await open({}, [women(400), { ...women(400), id: 'men', categories: ['male'] }])
  await put({ rules: [only('behind-pace', 80), only('cell-not-filling', 70)], webhook: null, emails: [] })
  later(2 * 1440)
  admin = await signedIn(town)
  await look()
  expect((await page()).alerts.map(({ kind, subject }) => [kind, subject])).toEqual([
    ['cell-not-filling', 'men'],
    ['cell-not-filling', 'women'],
    ['behind-pace', ''],
  ])
  await put({ rules: [only('burst', 5), only('identical', 35)], webhook: null, emails: [] })
  await send(2)
  later(3 * 60)
  await send(34, { A1: 2, A2: 2, B1: 2 })
  await look()
  expect((await kinds()).filter((kind) => !kind.endsWith('over'))).toEqual(['burst'])
  await send(1, { A1: 2, A2: 2, B1: 2 })
  await look()
  expect((await kinds()).filter((kind) => !kind.endsWith('over'))).toEqual(['identical', 'burst'])
})

test('a webhook gets what was found, signed; failures are tried again after a while and written down', async () => {
  await open({ TIYAN_ALERTS_PRIVATE: '1' })
  const hook = await startWebhook()
  hook.status = 500
  await put({ rules: [only('quota-nearly-full', 90)], webhook: hook.url, emails: [] })
  await send(9)
  await look()
  await look()
  expect(hook.received).toHaveLength(1)
  hook.status = 302
  later(1)
  await look()
  hook.status = 204
  later(4)
  await look()
  later(1)
  await look()
  later(600)
  await look()
  const { alerts, secret } = await page()
  expect(alerts[0]?.deliveries.map(({ target, attempt, failure }) => [target, attempt, failure])).toEqual([
    ['webhook', 1, 'answered 500'],
    ['webhook', 2, 'answered 302'],
    ['webhook', 3, null],
  ])
  expect(hook.received).toHaveLength(3)
  const [{ headers, body } = { headers: {}, body: '' }] = hook.received
  const seconds = Number(/t=(\d+)/.exec(String(headers['x-tiyan-signature']))?.[1])
  expect(headers['x-tiyan-signature']).toBe(signatureOf(secret ?? '', seconds, body))
  expect(JSON.parse(body)).toMatchObject({ survey: 'town', kind: 'quota-nearly-full', subject: 'women' })
  await hook.stop()
})

test('nothing is sent to private addresses unless the operator allows it', async () => {
  await open()
  for (const host of ['127.0.0.1', '10.1.2.3', '[::1]', 'localhost', '169.254.169.254', '[::ffff:10.0.0.1]']) {
    const sent = await put({ rules: [], webhook: `http://${host}/x`, emails: [] })
    expect([host, sent.status, sent.body.errors?.[0]?.code]).toEqual([host, 422, 'private-address'])
  }
  expect((await put({ rules: [], webhook: 'ftp://example.cn/', emails: [] })).status).toBe(422)
  expect((await put({ rules: [], webhook: null, emails: ['a@b.cn'] })).body.errors[0]?.code).toBe('no-mail')
})

test('mail goes out by SMTP, and a test says how it went', async () => {
  const mail = await startMailServer()
  await open({ TIYAN_SMTP_URL: mail.url })
  await put({ rules: [], webhook: null, emails: ['duty@example.cn'] })
  const { body } = await admin.ask('POST', '/api/surveys/town/alerts/test')
  expect(body).toEqual({ deliveries: [expect.objectContaining({ target: 'email', attempt: 1, failure: null })] })
  expect(mail.mails[0]).toContain('To: duty@example.cn')
  await mail.stop()
})

test('the secret of the webhook is for who may change the settings', async () => {
  await open()
  const password = 'correct horse battery'
  for (const role of ['fieldwork', 'viewer'] satisfies Role[]) {
    await admin.ask('POST', '/api/accounts', { name: role, password, roles: [{ role, regions: ['town'] }] })
    const person = await signedIn(town, role, password)
    const { body } = await person.ask('GET', '/api/surveys/town/alerts')
    expect((body as never as AlertsPage).secret === null, role).toBe(role === 'viewer')
  }
})

test('a channel that takes over is told once another has been usual', async () => {
  await open({}, [women(400)])
  await put({ rules: [only('channel', 30)], webhook: null, emails: [] })
  const assisted = async (times: number) => {
    for (let one = 0; one < times; one++)
      await admin.ask('POST', '/api/surveys/town/assisted', { id: randomUUID(), answers: answersOf() })
  }
  await assisted(25)
  await send(10)
  later(1500)
  admin = await signedIn(town)
  await send(20)
  await look()
  expect(await kinds()).toEqual([])
  await send(10)
  await look()
  expect((await page()).alerts.map(({ kind, subject }) => [kind, subject])).toEqual([['channel', 'open']])
})
