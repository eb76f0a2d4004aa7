import { cpus } from 'node:os'
import { consolePages } from './console.ts'
import { exportRates } from './exports.ts'
import { intake } from './intake.ts'
import { intakeMemory } from './intakeMemory.ts'
import { postgres } from './postgres.ts'
import { postgresLarge } from './postgresLarge.ts'
import { manyRegions, page, ranks } from './rest.ts'
import { wholeRound } from './round.ts'
import type { Row } from './row.ts'
import { score } from './score.ts'

/** What can be measured, in this order; each gives its lines of the table. */
const entries: Record<string, () => Promise<Row[]>> = { intake, score, page, regions: manyRegions, ranks }

/** Only where they are named: they take minutes. */
const long: Record<string, () => Promise<Row[]> | AsyncIterable<Row>> = {
  'intake-memory': intakeMemory,
  console: consolePages,
  exports: exportRates,
  round: wholeRound,
  postgres,
  'postgres-large': postgresLarge,
}

const asked = process.argv.slice(2)
const known = { ...entries, ...long }
const unknown = asked.filter((name) => !(name in known))
if (unknown.length > 0) {
  console.error(`there is no ${unknown.join(', ')}; there are ${Object.keys(known).join(', ')}`)
  process.exit(2)
}

console.log(`Node ${process.version}, ${cpus().length} cores\n`)
console.log('| what | measured | against | ratio |\n|---|---|---|---|')
for (const [name, measure] of Object.entries(known)) {
  if (asked.length > 0 ? !asked.includes(name) : name in long) continue
  for await (const { what, measured, against, ratio } of await measure())
    console.log(`| ${what} | ${measured} | ${against} | ${ratio ?? ''} |`)
}
process.exit(0)
