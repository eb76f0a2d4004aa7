import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { SubjectiveScore } from '../../../scoring/subjective/score.ts'
import { scoreOf } from '../../../server/services/tally/score.ts'
import { command } from '../core/command.ts'
import { signedIn } from '../core/person.ts'
import { answer, answersOf, plan, startTown } from '../core/town.ts'
import { townDesign } from '../monitor/townDesign.ts'
import { getFile } from './files.ts'

const answersBy = (person: number) =>
  answersOf({ S4: person % 3 ? 'male' : 'female', A1: 1 + (person % 5), A2: 1 + (person % 4), B1: person % 7 ? 3 : 98 })

test('a mixed sample: its export, estimated from the files alone, gives the score; its package is verified', async () => {
  const { design, quotas } = townDesign({})
  const settings = { ...plan.settings, channels: ['invitation' as const, 'open' as const] }
  const survey = { design: { ...design, sample: 'mixed' as const, drawnShare: 0.3 }, quotas, settings }
  const town = await startTown({ survey })
  const folder = await mkdtemp(join(tmpdir(), 'tiyan-'))
  try {
    const { db } = town.context
    const drawn = Array.from({ length: 45 }, (_, person) => answersBy(person))
    for (const answers of drawn) expect((await answer(town, answers)).status).toBe(201)
    await db.updateTable('response').set({ channel: 'invitation', base_weight: 4 }).execute()
    for (let person = 0; person < 40; person++)
      expect((await answer(town, { ...answersBy(2 * person), A1: 5 })).status).toBe(201)

    const admin = await signedIn(town)
    for (const name of ['design.json', 'population.csv', 'responses.csv']) {
      const { status, bytes } = await getFile(town, admin, `/api/surveys/town/${name}`)
      expect(status).toBe(200)
      await writeFile(join(folder, name), bytes)
    }
    const files = ['design.json', 'responses.csv', 'population.csv'].map((name) => join(folder, name))
    const paths = ['--design', files[0]!, '--responses', files[1]!, '--population', files[2]!]
    const { code, out, err } = await command(folder, 'estimate', ...paths)
    expect(code, err).toBe(0)
    const estimated = JSON.parse(out)
    const score: SubjectiveScore = await scoreOf(town.context, 'town')
    expect(score.mixed?.share).toBe(0.3)
    const { available_case: level, domains } = estimated.composite_item_level
    expect(level.estimate).toBeCloseTo(score.score!, 9)
    expect(level.se).toBeCloseTo(score.se!, 9)
    expect(level.ci95_t[0]).toBeCloseTo(score.interval![0], 9)
    const parts = estimated.parts
    expect([parts.drawn.n, parts.volunteers.n]).toEqual([45, 40])
    expect(Object.keys(domains.sex)).toEqual(['female', 'male'])

    const archive = await getFile(town, admin, '/api/evaluations/town/result.zip')
    expect(archive.status).toBe(200)
    const path = join(folder, 'town.zip')
    await writeFile(path, archive.bytes)
    const verified = await command(folder, 'verify', path)
    expect([verified.code, verified.err]).toEqual([0, 'Everything agrees'])
  } finally {
    await town.end()
    await rm(folder, { recursive: true, force: true })
  }
})
