import { describe, expect, test } from 'vitest'
import { residentsOf } from '../../../server/services/simulate/residents.ts'
import { checkAnswers } from '../../../surveys/answers/check.ts'
import { compileCheck } from '../../../surveys/answers/compile.ts'
import { compileForm, type Form } from '../../../surveys/answers/form.ts'
import type { Json } from '../../../surveys/answers/json.ts'
import type { AnswerProblemCode } from '../../../surveys/answers/problem.ts'
import { cityQuestionnaire } from '../../../surveys/city/questionnaire.ts'
import { randomFrom } from '../../../surveys/demo/random.ts'
import { diceFrom } from './dice.ts'
import { madeUpQuestionnaire } from './madeUp.ts'
import { madeUpAnswers } from './madeUpAnswers.ts'
import { type Verdict, verdictOf } from './surveyJs.ts'

/** What CONTRACT forbids and SurveyJS lets through, because its own page cannot produce it. */
const stricter: ReadonlySet<AnswerProblemCode> = new Set([
  'unknownQuestion',
  'hidden',
  'wrongType',
  'unknownChoice',
  'duplicate',
  'exclusive',
  'tooMany',
  'unknownRow',
  'noComment',
])

/** Our verdict in the terms of SurveyJS; questions that break a stricter rule are named apart. */
function ourVerdict(form: Form, answers: Json) {
  const { shown, problems } = checkAnswers(form, answers)
  const of = (path: string) => path.split(/[.-]/)[0] ?? path
  const strict = new Set(problems.filter(({ code }) => stricter.has(code)).map(({ path }) => of(path)))
  const asked = form.questions.filter(({ slot }) => shown[slot]).map(({ name }) => name)
  const wrong = new Set(problems.map(({ path }) => of(path)))
  return { shown: asked, wrong: asked.filter((name) => wrong.has(name) && !strict.has(name)), strict, problems }
}

let compared = 0

function compare(form: Form, answers: Json) {
  const ours = ourVerdict(form, answers)
  // What is no choice on offer, SurveyJS takes for "other" or for nothing, with all that follows from it.
  if (ours.problems.some(({ code }) => code === 'unknownChoice')) return ours
  compared++
  const theirs: Verdict = verdictOf(form.json, answers)
  const seen = JSON.stringify({ questionnaire: form.json, answers }, undefined, 1)
  expect(ours.shown.toSorted(), seen).toEqual(theirs.shown.toSorted())
  expect(ours.wrong.toSorted(), seen).toEqual(theirs.wrong.filter((name) => !ours.strict.has(name)).toSorted())
  if (ours.strict.size === 0) expect(ours.problems.length === 0, seen).toBe(theirs.complete)
  return ours
}

const long = process.env.TIYAN_LONG === '1'

describe('SurveyJS and the server agree on what is shown, required and wrong', () => {
  test.each(Array.from({ length: long ? 400 : 50 }, (_, at) => at + 1))('made-up questionnaire %i', (seed) => {
    const dice = diceFrom(seed)
    const form = compileForm(madeUpQuestionnaire(dice))
    for (let set = 0; set < 6; set++) compare(form, madeUpAnswers(dice, form.questions))
  })
})

describe('and on the city questionnaire', () => {
  const form = compileForm(cityQuestionnaire)
  const valid = residentsOf(cityQuestionnaire, compileCheck(cityQuestionnaire))

  test.each(Array.from({ length: long ? 200 : 20 }, (_, at) => at + 1))(
    'resident %i, as they are and with mistakes',
    (seed) => {
      const answers = valid(randomFrom(seed))
      expect(compare(form, answers).problems).toEqual([])
      const dice = diceFrom(seed)
      const left = Object.fromEntries(Object.entries(answers).filter(() => dice.chance(0.7)))
      compare(form, left)
      compare(form, {
        ...answers,
        S5: dice.one([undefined, ['g1'], ['none', 'g2']]),
        ...madeUpAnswers(dice, form.questions),
      })
    },
  )
})

test('that many answer sets were compared', () => {
  expect(compared).toBeGreaterThan(250)
})
