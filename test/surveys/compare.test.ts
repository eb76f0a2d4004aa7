import { describe, expect, test } from 'vitest'
import { cityQuestionnaire } from '../../surveys/city/questionnaire.ts'
import { changesBetween } from '../../surveys/compare.ts'

interface Element {
  name: string
  title: Record<string, string>
  choices: { value: unknown; text: Record<string, string> }[]
  [property: string]: unknown
}
interface Questionnaire {
  pages: { name: string; elements: Element[] }[]
  dimensions: { code: string; indicators: { code: string; weight: number }[] }[]
  [property: string]: unknown
}

/** The city questionnaire with something changed. */
function changed(change: (json: Questionnaire) => void) {
  const json = structuredClone(cityQuestionnaire) as unknown as Questionnaire
  change(json)
  return changesBetween(cityQuestionnaire, json)
}
const question = ({ pages }: Questionnaire, name: string): Element => {
  const found = pages.flatMap(({ elements }) => elements).find((element) => element.name === name)
  if (!found) throw new Error(name)
  return found
}
const page = ({ pages }: Questionnaire, name: string) => {
  const found = pages.find((one) => one.name === name)
  if (!found) throw new Error(name)
  return found
}

test('the same has no changes, whatever the order of keys', () => {
  expect(changesBetween(cityQuestionnaire, cityQuestionnaire)).toEqual([])
  const reversed = Object.fromEntries(Object.entries(cityQuestionnaire).reverse())
  expect(changesBetween(cityQuestionnaire, reversed)).toEqual([])
})

describe('what changed is told by place', () => {
  test('a new wording of an item, which should be a new item', () => {
    const changes = changed((json) => {
      question(json, 'A1').title = { 'zh-cn': '在网上办事的方便程度', en: 'How easy it is to do things online' }
    })
    expect(changes).toEqual([
      expect.objectContaining({ path: 'D1.A1.title', kind: 'reworded', caution: expect.anything() }),
    ])
  })

  test('a new wording of another question, a choice or a page', () => {
    const changes = changed((json) => {
      question(json, 'P1').title.en = 'Your education?'
      const [first] = question(json, 'O2').choices
      if (first) first.text = { 'zh-cn': '好多了', en: 'Better' }
      Object.assign(page(json, 'D1'), { title: { 'zh-cn': '办事', en: 'Procedures' } })
    })
    expect(changes.map(({ path, kind, caution }) => [path, kind, caution])).toEqual([
      ['D1.title', 'reworded', undefined],
      ['overall.O2.choices.better.text', 'reworded', undefined],
      ['demographics.P1.title', 'reworded', undefined],
    ])
  })

  test('a question more, one less, and what that does to the weights', () => {
    const changes = changed((json) => {
      const { elements } = page(json, 'D1')
      const [first] = elements.splice(0, 1)
      if (first) page(json, 'D2').elements.push({ ...first, name: 'B4', dimension: 'D2', indicator: 'L1P2' })
    })
    expect(changes.map(({ path, kind }) => `${kind} ${path}`)).toEqual([
      ...['removed D1.A1', 'added D2.B4'],
      ...['reweighted A2', 'reweighted B1', 'reweighted B2', 'reweighted B3'],
    ])
    expect(changes.find(({ path }) => path === 'A2')).toMatchObject({
      before: expect.closeTo(1 / 24, 12),
      after: expect.closeTo(1 / 12, 12),
    })
  })

  test('other weights of the dimensions', () => {
    const changes = changed((json) => {
      const [first] = json.dimensions
      if (first?.indicators[0]) first.indicators[0].weight = 6
    })
    expect(changes).toHaveLength(1 + 10 + 30)
    expect(changes[0]).toMatchObject({ path: 'survey.dimensions', kind: 'changed' })
  })

  test('a condition, a rule, a choice', () => {
    const changes = changed((json) => {
      delete question(json, 'A1').visibleIf
      question(json, 'O3').maxSelectedChoices = 2
      question(json, 'G3').choices.pop()
    })
    expect(changes.map(({ path, kind, caution }) => [path, kind, caution !== undefined])).toEqual([
      ['D1.A1.visibleIf', 'changed', false],
      ['D7.G3.choices', 'changed', true],
      ['overall.O3.maxSelectedChoices', 'changed', false],
    ])
  })

  test('another page, another order', () => {
    const elsewhere = changed((json) => {
      const { elements } = page(json, 'D5')
      page(json, 'D6').elements.push(...elements.splice(2, 1))
    })
    expect(elsewhere[0]).toMatchObject({ path: 'D6.AC1', kind: 'moved', before: 'D5.AC1' })
    const turned = changed((json) => void page(json, 'D1').elements.reverse())
    expect(turned).toEqual([expect.objectContaining({ path: 'D1.A2', kind: 'moved' })])
  })
})
