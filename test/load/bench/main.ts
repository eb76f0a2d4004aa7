import { cpus } from 'node:os'
import { intake } from './intake.ts'
import { manyRegions, page, ranks } from './rest.ts'
import type { Row } from './row.ts'
import { score } from './score.ts'

/** What can be measured, in this order; each gives its lines of the table. */
const entries: Record<string, () => Promise<Row[]>> = { intake, score, page, regions: manyRegions, ranks }

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in entries))
if (unknown.length > 0) {
  console.error(`there is no ${unknown.join(', ')}; there are ${Object.keys(entries).join(', ')}`)
  process.exit(2)
}

console.log(`Node ${process.version}, ${cpus().length} cores\n`)
console.log('| what | measured | against | ratio |\n|---|---|---|---|')
for (const [name, measure] of Object.entries(entries)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  for (const { what, measured, against, ratio } of await measure())
    console.log(`| ${what} | ${measured} | ${against} | ${ratio ?? ''} |`)
}
process.exit(0)
