import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { signatureOf } from '../../../server/services/channels/signature.ts'
import { type Channel, channels } from '../../../server/shapes/channel.ts'
import type { Monitor } from '../../../server/shapes/monitor.ts'
import type { Sensitivity } from '../../../server/shapes/sensitivity.ts'
import { command } from '../core/command.ts'
import { signedIn } from '../core/person.ts'
import { answersOf, plan, post, startTown } from '../core/town.ts'

const cap = 35
const each = 40

/** What everybody who comes by a channel thinks of everything, 1–5. */
const opinions: Record<Channel, number> = { open: 5, invitation: 4, signed: 3, assisted: 2, paper: 1 }
const scoreOf = (some: readonly Channel[]) =>
  some.reduce((sum, channel) => sum + 25 * (opinions[channel] - 1), 0) / some.length

test('each of the five channels has its cap, its pace and share, and the score is told with and without it', async () => {
  let now = new Date('2026-06-01T08:00:00.000Z')
  const town = await startTown({
    now: () => now,
    survey: {
      settings: { ...plan.settings, overQuota: 'continue' },
      quotas: channels.map((channel) => ({
        ...{ id: `cap-${channel}`, variables: ['@channel'], categories: [channel] },
        ...{ target: cap, policy: 'close' as const },
      })),
    },
  })
  let admin = await signedIn(town)
  const ask = async (path: string) => JSON.parse((await admin.ask('GET', `/api/surveys/town/${path}`)).text)
  const wanted = { label: '一', count: each }
  const { invitations } = JSON.parse((await admin.ask('POST', '/api/surveys/town/invitations', wanted)).text)
  const { key } = await ask('signing-key')

  const answersBy = (channel: Channel) => {
    const opinion = opinions[channel]
    return answersOf({ A1: opinion, A2: opinion, B1: opinion })
  }
  const send = (channel: Channel, more: object) =>
    post(`${town.url}/api/surveys/town/responses`, { id: randomUUID(), answers: answersBy(channel), ...more })
  const signed = (p: string) => {
    const e = String(now.getTime() / 1000 + 3600)
    return { p, e, h: signatureOf(key, 'town', { p, e }) }
  }
  const paper = () => {
    const answers = answersBy('paper')
    return `${Object.keys(answers)}\n${Object.values(answers)}\n`
  }
  const byChannel: Record<Channel, (person: number) => Promise<{ status: number }>> = {
    open: () => send('open', {}),
    invitation: (person) => send('invitation', { invitation: invitations[person].code }),
    signed: (person) => send('signed', { signed: signed(`person ${person}`) }),
    assisted: () =>
      admin.ask('POST', '/api/surveys/town/assisted', { id: randomUUID(), answers: answersBy('assisted') }),
    paper: (person) =>
      admin.ask(
        'POST',
        '/api/surveys/town/paper',
        undefined,
        { 'content-type': 'text/csv' },
        paper() + '\n'.repeat(person),
      ),
  }
  const arrive = async (from: number, until: number) => {
    for (const channel of channels) {
      const people = Array.from({ length: until - from }, (_, at) => from + at)
      const sent = await Promise.all(people.map(byChannel[channel]))
      expect([channel, new Set(sent.map(({ status }) => (status === 200 ? 201 : status)))]).toEqual([
        channel,
        new Set([201]),
      ])
    }
  }
  await arrive(0, 10)
  now = new Date('2026-06-03T08:00:00.000Z')
  admin = await signedIn(town)
  await arrive(10, each)

  const monitor: Monitor = await ask('monitor')
  expect(monitor.counts).toMatchObject({ responses: 5 * cap, overQuota: 5 * (each - cap) })
  for (const channel of channels) {
    const quota = monitor.quotas.find(({ id }) => id === `cap-${channel}`)
    expect(quota).toMatchObject({ taken: cap, target: cap, variableLabel: { zh: '渠道', en: 'Channel' } })
    expect(monitor.channels.find((one) => one.channel === channel)).toEqual({
      ...{ channel, responses: cap, share: 1 / 5, lastDay: cap - 10, quotas: [`cap-${channel}`] },
      days: [
        { day: '2026-06-01', responses: 10 },
        { day: '2026-06-02', responses: 0 },
        { day: '2026-06-03', responses: cap - 10 },
      ],
    })
  }
  const { samples }: Sensitivity = await ask('sensitivity')
  expect(samples.find(({ code }) => code === 'standard')?.score).toBeCloseTo(scoreOf(channels), 9)
  for (const channel of channels) {
    const without = samples.find(({ code }) => code === `without-channel:${channel}`)
    expect(without).toMatchObject({ respondents: 4 * cap })
    expect(without?.score).toBeCloseTo(scoreOf(channels.filter((one) => one !== channel)), 9)
  }

  // The same after a start, from the store alone.
  await town.stop()
  const again = await startTown({ folder: town.folder, now: () => now })
  const other = await signedIn(again)
  const kept: Monitor = JSON.parse((await other.ask('GET', '/api/surveys/town/monitor')).text)
  expect(kept.channels).toEqual(monitor.channels)
  expect((await command(again.folder, 'check-store')).code).toBe(0)
  await again.end()
})
