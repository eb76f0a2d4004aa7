import { expect, it } from 'vitest'
import { groupFlagText, suppressionText } from '../../../scoring/subjective/groupText.ts'
import { defaultRules } from '../../../scoring/subjective/rules.ts'

it('the texts name the bounds of the rules', () => {
  const { fewestInGroup, fewestEffective, flaggedGroup, thinInGroup, mostThinWeight } = defaultRules
  for (const language of ['zh', 'en'] as const) {
    expect(suppressionText['few-respondents'][language]).toContain(String(fewestInGroup))
    expect(suppressionText['low-effective'][language]).toContain(String(fewestEffective))
    expect(groupFlagText['small-group'][language]).toContain(String(flaggedGroup - 1))
    expect(groupFlagText['thin-items'][language]).toContain(String(thinInGroup))
    expect(groupFlagText['thin-items'][language]).toContain(String(100 * mostThinWeight))
  }
})
