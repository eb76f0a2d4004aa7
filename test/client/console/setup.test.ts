import { expect, test } from 'vitest'
import { completed, completionsFor, writtenAt } from '../../../client/console/questionnaires/completion.ts'
import {
  moved,
  pagesShown,
  reworded,
  withIndicatorWeight,
  withQuestion,
} from '../../../client/console/questionnaires/edit.ts'
import { paceOf } from '../../../client/console/rounds/pace.ts'
import { withGrant } from '../../../client/console/rounds/withGrant.ts'
import { missingIn } from '../../../client/console/setup/check.ts'
import { designOf, emptyPlan, type Plan } from '../../../client/console/setup/plan.ts'
import { cellFor } from '../../../client/console/setup/population.ts'
import { crossed, quotasByAllocation, quotasOfMargin } from '../../../client/console/setup/quotas.ts'
import { fold, variablesIn } from '../../../client/console/setup/variables.ts'
import { readKey } from '../../../surveys/key.ts'
import { faultsOf } from '../../../surveys/publishable.ts'
import { questionnaire, variables } from '../../server/setup/wish.ts'

const row = (variable: string, category: string, count: number) => ({
  row: 1,
  variables: variable.split(' × '),
  categories: category.split(' × '),
  count,
})

const plan = (part: Partial<Plan>): Plan => ({ ...emptyPlan, variables, ...part })

test('figures find their categories by code, by label in either language, and by what usually stands for them', () => {
  const cell = (variable: string, category: string) => cellFor(plan({}), row(variable, category, 1))
  expect(cell('sex', 'male')).toBe('male')
  expect(cell('性别', '女')).toBe('female')
  expect(cell('age', '15-59')).toBe('16-59')
  expect(cell('age', '30-44')).toBe('16-59')
  expect(cell('sex × age', 'male × 60+')).toBe('male|60+')
  expect(cell('age', '0-14')).toBeUndefined()
  expect(cell('education', 'any')).toBeUndefined()
})

test('rows of one category add up, rows that are left out do not count, and what is missing is told', () => {
  const population = [row('age', '16-29', 30), row('age', '30-44', 20), row('age', '60+', 50), row('age', '0-14', 9)]
  const open = plan({ population, source: { zh: '年鉴', en: '' } })
  expect(missingIn('population', open).map(({ en }) => en)).toHaveLength(2)
  const mapped = { ...open, mapping: { 'age: 0-14': '', 'age: 16-29': '16-59' } }
  expect(missingIn('population', mapped)).toEqual([])
  expect(designOf(mapped)).toMatchObject({
    margins: [
      {
        variables: ['age'],
        counts: [
          { categories: ['16-59'], count: 50 },
          { categories: ['60+'], count: 50 },
        ],
      },
    ],
    calibration: { method: 'rake', populationTotal: 100 },
  })
})

test('a folded category takes answers and counts along', () => {
  const district = variables.find(({ name }) => name === 'district')!
  const [folded] = fold([district], 'district', 'west', 'east')
  expect(folded?.categories).toMatchObject([{ code: 'east', values: ['east', 'west'], folded: true }])
})

test('screening questions become variables, those that only screen out do not', () => {
  expect(variablesIn(questionnaire).map(({ name }) => name)).toEqual(['S2', 'S3', 'S4'])
  const age = variablesIn(questionnaire)[0]!
  expect(age.categories.map(({ code }) => code)).not.toContain('under-16')
})

const source = { zh: '', en: '' }
const sex = {
  variables: ['sex'],
  counts: [
    { categories: ['male'], count: 51 },
    { categories: ['female'], count: 49 },
  ],
  source,
}
const age = {
  variables: ['age'],
  counts: [
    { categories: ['16-59'], count: 60 },
    { categories: ['60+'], count: 40 },
  ],
  source,
}

test('quotas add up to the sample, interlocked and by other shares too', () => {
  const targets = (quotas: { target: number }[]) => quotas.map(({ target }) => target)
  expect(targets(quotasOfMargin(sex, 201, 1))).toEqual([103, 98])
  const cells = quotasOfMargin(crossed(sex, age), 201, 1)
  expect(cells.map(({ id }) => id)[3]).toBe('sex-age-female-60+')
  expect(targets(cells).reduce((sum, target) => sum + target)).toBe(201)
  expect(targets(quotasByAllocation(age, 30, 'equal'))).toEqual([15, 15])
})

test('a questionnaire changed by form stays publishable; weights and order are what was said', () => {
  const page = pagesShown(questionnaire).find(({ questions }) => questions.filter(({ rated }) => rated).length > 1)!
  const rated = page.questions.filter((question) => question.rated)
  const [first, second] = rated
  let edited = reworded(questionnaire, first!, 'zh', '新的题面')
  edited = withQuestion(edited, second!.name, { scored: false })
  expect(faultsOf(edited).filter(({ level }) => level === 'error')).toEqual([])
  const before = readKey(questionnaire).key.items.find(({ name }) => name === first!.name)
  const after = readKey(edited).key.items.find(({ name }) => name === first!.name)
  expect(after?.label).toEqual({ zh: '新的题面', en: first!.title.en })
  expect(after!.weight).toBeGreaterThanOrEqual(before!.weight)
  const order = (json: typeof edited) => pagesShown(json).flatMap(({ questions }) => questions.map(({ name }) => name))
  const swapped = order(moved(edited, 'S3', 1))
  expect(swapped.indexOf('S4')).toBe(order(edited).indexOf('S3'))
  const [dimension] = readKey(questionnaire).key.dimensions
  const heavier = withIndicatorWeight(edited, dimension!.code, first!.indicator, 50)
  expect(readKey(heavier).refusals).toEqual([])
})

test('JSON is completed within quotes, by words of the format and names of the questionnaire', () => {
  const source = '{ "type": "radi'
  const written = writtenAt(source, source.length)
  expect(written).toBe('radi')
  expect(completionsFor('radi', null)).toEqual(['radiogroup'])
  expect(completionsFor('L1P', questionnaire)[0]).toMatch(/^L1P\d+$/)
  expect(completed(source, source.length, 'radi', 'radiogroup')).toEqual({
    source: '{ "type": "radiogroup"',
    caret: 22,
  })
  expect(writtenAt('{ "type": "a" ', 14)).toBeNull()
})

test('a survey is behind when its time runs ahead of its sample', () => {
  const survey = { opensAt: '2026-06-01T00:00:00Z', closesAt: '2026-06-11T00:00:00Z', target: 100, accepted: 30 }
  const at = (day: number, accepted = survey.accepted) =>
    paceOf(
      { ...survey, accepted } as Parameters<typeof paceOf>[0],
      Date.parse(`2026-06-${String(day).padStart(2, '0')}T00:00:00Z`),
    )
  expect([at(3), at(6), at(6, 45), at(6, 100), paceOf(null, 0)]).toEqual(['fine', 'behind', 'fine', 'done', null])
})

test('a role is added for regions and never narrowed', () => {
  const named = [{ role: 'fieldwork' as const, regions: ['a'] }]
  expect(withGrant(named, 'fieldwork', ['a', 'b'])).toEqual([{ role: 'fieldwork', regions: ['a', 'b'] }])
  const everywhere = [{ role: 'fieldwork' as const, regions: null }]
  expect(withGrant(everywhere, 'fieldwork', ['a'])).toEqual(everywhere)
  expect(withGrant(named, 'viewer', ['b'])).toHaveLength(2)
})
