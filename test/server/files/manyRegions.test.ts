import { expect, test } from 'vitest'
import { scoreManyRegions } from '../../load/manyRegions.ts'

test('400 regions of one file are read and scored', async () => {
  expect(await scoreManyRegions(400)).toMatchObject({ regions: 400, complete: 400 })
})
