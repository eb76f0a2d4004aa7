import { describe, expect, test } from 'vitest'
import { formKinds, tailored } from '../../surveys/forms/tailored.ts'
import { faultsOf } from '../../surveys/publishable.ts'
import { designFaults } from '../../surveys/publishing/design.ts'

const parts = [
  { code: 'east', label: { zh: '东区', en: 'East' } },
  { code: 'west', label: { zh: '西区', en: 'West' } },
]

describe.each(['city', 'county'] as const)('the questionnaire of one’s own %s', (scheme) => {
  test.each(formKinds)('as %s can be published, and its variables fit it', (form) => {
    const { questionnaire, variables, ...more } = tailored({ scheme, form, parts })
    expect(faultsOf(questionnaire)).toEqual([])
    const design = { variables, margins: [], calibration: { method: 'none' as const }, decisions: [], ...more }
    expect(designFaults(questionnaire, design)).toEqual([])
    expect(JSON.stringify(questionnaire)).toContain('东区')
  })
})
