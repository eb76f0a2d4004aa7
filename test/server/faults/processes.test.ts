import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { command } from '../core/command.ts'
import { startTown, type Town } from '../core/town.ts'

const cli = join(import.meta.dirname, '..', '..', '..', 'dist', 'server', 'cli.js')

let town: Town
afterEach(async () => {
  expect((await command(town.folder, 'check-store')).code).toBe(0)
  await town.end()
})

/** Runs a command in a process of its own. */
async function run(folder: string, ...args: string[]) {
  const child = spawn(process.execPath, [cli, ...args], {
    env: { ...process.env, TIYAN_DATA: folder },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let out = ''
  child.stdout.on('data', (text) => {
    out += text
  })
  const [code] = await once(child, 'close')
  return { code, out }
}

test('four processes at once on a quota of 25: 25 count, never 26, and nobody’s answers are thrown away', async () => {
  town = await startTown({
    survey: { quotas: [{ id: 'women', variables: ['sex'], categories: ['female'], target: 25, policy: 'close' }] },
  })
  const runs = await Promise.all(
    [0, 1, 2, 3].map((number) => {
      const file = join(town.folder, `paper-${number}.csv`)
      const rows = Array.from({ length: 100 }, (_, row) => `true,yes,female,${1 + (row % 5)},${1 + (number % 5)},3`)
      writeFileSync(file, `consent,S1,S4,A1,A2,B1\n${rows.join('\n')}\n`)
      return run(town.folder, 'import-responses', '--survey', 'town', file)
    }),
  )
  expect(runs.map(({ code }) => code)).toEqual([0, 0, 0, 0])
  expect(runs.map(({ out }) => JSON.parse(out).stored)).toEqual([100, 100, 100, 100])
  const rows = await town.context.db.selectFrom('response').select('outcome').execute()
  expect(rows.filter(({ outcome }) => outcome === 'counted')).toHaveLength(25)
  expect(rows).toHaveLength(400)
  const quota = await town.context.db.selectFrom('quota').select(['taken', 'held']).executeTakeFirstOrThrow()
  expect(quota).toEqual({ taken: 25, held: 0 })
}, 60_000)
