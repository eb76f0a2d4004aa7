import { describe, expect, test } from 'vitest'
import { renderQuestions } from '../../../../client/resident/plain/questions.ts'
import { readPage } from '../../../../client/resident/plain/read.ts'
import { askedOn } from '../../../../client/resident/plain/walk.ts'
import { checkAnswers } from '../../../../surveys/answers/check.ts'
import { compileForm } from '../../../../surveys/answers/form.ts'
import { lookAt, shownAnswers } from '../../../../surveys/answers/look.ts'
import { diceFrom } from '../../../surveys/answers/dice.ts'
import { madeUpQuestionnaire } from '../../../surveys/answers/madeUp.ts'
import { madeUpAnswers } from '../../../surveys/answers/madeUpAnswers.ts'
import { fieldsOf } from './fields.ts'

/** A form gives choices in its own order. */
const inOrder = (answers: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(answers).map(([name, value]) => [name, Array.isArray(value) ? value.toSorted() : value]),
  )

describe('what a page shows as answered is what its form sends', () => {
  test.each(Array.from({ length: 60 }, (_, at) => at + 1))('made-up questionnaire %i', (seed) => {
    const dice = diceFrom(seed)
    const form = compileForm(madeUpQuestionnaire(dice))
    const answers = shownAnswers(form, madeUpAnswers(dice, form.questions))
    for (const page of lookAt(form, answers).pages) {
      const { html } = renderQuestions({ form, page, answers, problems: [], language: 'en' })
      const asked = askedOn(form, page, answers)
      // A choice that is not on offer any more is not shown; the check will ask for another.
      const gone = checkAnswers(form, answers).problems.filter(({ code }) => code === 'unknownChoice')
      const own = Object.entries(answers).filter(
        ([name]) => asked.includes(name.replace('-Comment', '')) && !gone.some(({ path }) => path === name),
      )
      expect(inOrder(readPage(page, fieldsOf(html))), html).toEqual(inOrder(Object.fromEntries(own)))
    }
  })
})
