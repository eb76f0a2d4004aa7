import type { Text } from '../../scoring/text.ts'
import { localText } from '../localText.ts'
import { choice, named } from './choice.ts'
import type { RatedDimension } from './rated.ts'
import { dontKnow, satisfaction } from './scale.ts'

/** Shows whether a person reads the questions; it is no rating and is not scored. */
export const attentionCheck = {
  type: 'radiogroup',
  name: 'AC1',
  title: localText({
    zh: '为确认题目显示正常，本题请选择“比较满意”。',
    en: 'To check that the page works, please choose “Fairly satisfied” here.',
  }),
  choices: satisfaction,
  attention: 4,
  // It stands after the ratings, however these are ordered.
  randomize: false,
}

/** Not in the score, but what the dimensions are held against. */
export const overallQuestion = (overall: Text) => ({
  type: 'radiogroup',
  name: 'O1',
  title: localText(overall),
  choices: [...satisfaction, dontKnow],
})

/** The impression as a whole, what should be better, and why. */
export const overallPage = (overall: Text, dimensions: RatedDimension[]) => ({
  name: 'overall',
  title: localText({ zh: '总体感受', en: 'Overall' }),
  elements: [
    overallQuestion(overall),
    {
      type: 'radiogroup',
      name: 'O2',
      title: localText({
        zh: '与一年前相比，您觉得这方面：',
        en: 'Compared with a year ago, is this better or worse?',
      }),
      choices: [
        choice('better', '变好了', 'Better'),
        choice('same', '差不多', 'About the same'),
        choice('worse', '变差了', 'Worse'),
        choice('cannot-say', '说不好', 'Cannot say'),
      ],
    },
    {
      type: 'checkbox',
      name: 'O3',
      title: localText({
        zh: '您最希望改进哪些方面？（最多选三项）',
        en: 'What would you most like to see improved? (Choose up to three.)',
      }),
      maxSelectedChoices: 3,
      choices: scoredOf(dimensions).map(({ code, title }) => named({ code, label: title })),
    },
    reason(dimensions),
  ],
})

const scoredOf = (dimensions: RatedDimension[]) =>
  dimensions.filter(({ indicators }) => Object.keys(indicators).length > 0)

/** Asked once, of those who are dissatisfied with something: about what they rated lowest. */
const reason = (dimensions: RatedDimension[]) => ({
  type: 'radiogroup',
  name: 'R1',
  title: localText({
    zh: '您评价最低的那一项，主要原因是什么？',
    en: 'For what you rated lowest, what is the main reason?',
  }),
  visibleIf: dimensions.flatMap(({ items }) => items.map(({ code }) => `{${code}} < 3`)).join(' or '),
  choices: [
    choice('hard', '不会用，操作太复杂', 'Too hard to use'),
    choice('slow', '办得慢，等得久', 'Too slow, too long a wait'),
    choice('wrong', '信息不准或不全', 'Information is wrong or incomplete'),
    choice('missing', '没有我需要的服务', 'What I need is not offered'),
    choice('attitude', '服务态度不好', 'Staff are unhelpful'),
    choice('unsolved', '反映了没有解决', 'I reported it and nothing was solved'),
  ],
  showOtherItem: true,
  otherText: localText({ zh: '其他（请说明）', en: 'Something else (please say what)' }),
})
