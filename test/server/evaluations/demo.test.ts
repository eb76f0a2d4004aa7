import { expect, test } from 'vitest'
import { entriesOfRows } from '../../../scoring/objective/entry.ts'
import { scoreRegion } from '../../../scoring/result/total.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import { factsFile } from '../../../server/demo/imports.ts'
import { demoRegions } from '../../../server/demo/regions.ts'
import { readFacts } from '../../../server/files/facts.ts'
import { readTable } from '../../../server/files/table.ts'

test('the main region of the demo has facts of every item, with their source; the others have facts or imported scores', async () => {
  const [main, ...others] = demoRegions
  const { rows, problems } = readFacts(await readTable(Buffer.from(factsFile(main?.facts ?? {}))), schemes.city)
  const { result, errors } = scoreRegion(schemes.city, { facts: entriesOfRows(rows) }, { normalizeShares: false })
  expect([problems, errors]).toEqual([[], []])
  expect(result?.missing).toEqual(['L9P1'])
  expect(rows.filter(({ source }) => source !== undefined)).toHaveLength(61)
  for (const { facts, scores } of others) expect(facts ?? scores).toBeDefined()
})
