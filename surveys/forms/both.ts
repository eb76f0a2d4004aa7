import type { SurveyDesign, Variable } from '../../scoring/sampling/design.ts'
import type { Json } from '../answers/json.ts'
import { choice } from '../parts/choice.ts'
import { single } from '../parts/screening.ts'
import { fullForm } from './full.ts'
import type { Part, Subject } from './subject.ts'

const question = 'S0'
const isShort = `{${question}} = 'short'`
const isFull = `{${question}} = 'full'`

const formQuestion = single(question, { zh: '您想填哪一种问卷？', en: 'Which questionnaire would you like?' }, [
  choice('full', '完整版（约5分钟）', 'The full one (about 5 minutes)'),
  choice('short', '简版（十来题，约2分钟）', 'The short one (about ten questions, 2 minutes)'),
])

/**
 * Full form and short form in one questionnaire, so that one survey takes both and pools their answers item by item: a
 * screening question asks which, and the short form shows its items and the overall question alone.
 */
export function bothForms(subject: Subject, parts: Part[]): Record<string, unknown> {
  const { pages, ...around } = fullForm(subject, parts, [formQuestion])
  return { ...around, pages: (pages as Json[]).map(inBothForms) }
}

const inBothForms = (page: Json): Json =>
  page.name === 'screening' ? page : { ...page, elements: (page.elements as Json[]).map(elementInBothForms) }

function elementInBothForms(element: Json): Json {
  const { visibleIf, anchor, name } = element
  if (anchor === true)
    return visibleIf === undefined ? element : { ...element, visibleIf: `${visibleIf} or ${isShort}` }
  if (name === 'O1') return element
  return { ...element, visibleIf: visibleIf === undefined ? isFull : `(${visibleIf}) and ${isFull}` }
}

/** What the design of such a survey says of its forms (SURVEY-PRACTICE 5.7): its variable, and the items of the full form alone. */
export function designOfForms({ dimensions }: Subject): {
  variable: Variable
  forms: NonNullable<SurveyDesign['forms']>
} {
  const items = dimensions.flatMap((dimension) => dimension.items)
  return {
    variable: {
      name: 'form',
      label: { zh: '问卷版本', en: 'Form' },
      question,
      categories: [
        { code: 'full', label: { zh: '完整版', en: 'Full form' }, values: ['full'] },
        { code: 'short', label: { zh: '简版', en: 'Short form' }, values: ['short'] },
      ],
    },
    forms: {
      variable: 'form',
      asks: { full: items.filter(({ anchor }) => !anchor).map(({ code }) => code), short: [] },
    },
  }
}
