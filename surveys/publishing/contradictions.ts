import { isJson, type Json, listOf } from '../answers/json.ts'
import type { Placed } from '../elements.ts'
import { valuesOf } from './choiceLists.ts'
import type { Report } from './fault.ts'

interface Scale {
  min: number
  max: number
}

/**
 * Pairs of questions whose answers contradict each other: both are there, and what is named of them can be answered. Blind
 * to good or bad: of a rated item either all ratings are named or none.
 */
export function checkContradictions(questionnaire: Json, elements: Placed[], scale: Scale, { error }: Report): void {
  const { contradictions } = questionnaire
  if (contradictions === undefined) return
  if (!Array.isArray(contradictions)) {
    error('survey.contradictions', ...notAList)
    return
  }
  const asked = new Map(
    elements.flatMap(({ kind, json }): [unknown, Json][] => (kind === 'question' ? [[json.name, json]] : [])),
  )
  for (const [at, pair] of contradictions.entries()) {
    const path = `survey.contradictions[${at}]`
    const names = isJson(pair) ? listOf(pair.questions) : []
    const questions = names.flatMap((name): Json[] => {
      const question = asked.get(name)
      return question ? [question] : []
    })
    if (!isJson(pair) || names.length !== 2 || names[0] === names[1]) error(`${path}.questions`, ...notAPair)
    else if (questions.length < 2) {
      const absent = names.filter((name) => !asked.has(name)).join(', ')
      error(`${path}.questions`, `没有题目 ${absent}`, `There is no question ${absent}`)
    } else if ((pair.apart === undefined) === (pair.answers === undefined)) error(path, ...neitherOrBoth)
    else if (pair.apart !== undefined) checkApart(pair.apart, questions, scale, `${path}.apart`, error)
    else checkAnswers(listOf(pair.answers), questions, scale, `${path}.answers`, error)
  }
}

type Tell = Report['error']

function checkApart(apart: unknown, questions: Json[], { min, max }: Scale, path: string, error: Tell) {
  if (questions.some(({ indicator }) => indicator === undefined)) error(path, ...notRated)
  const fits = Number.isInteger(apart) && Number(apart) >= 2 && Number(apart) <= max - min
  if (!fits) error(path, `应为 2 到 ${max - min} 的整数`, `It must be a whole number from 2 to ${max - min}`)
}

function checkAnswers(answers: unknown[], questions: Json[], { min, max }: Scale, path: string, error: Tell) {
  if (answers.length !== 2 || answers.some((list) => listOf(list).length === 0)) return error(path, ...twoLists)
  for (const [at, question] of questions.entries()) {
    const named = listOf(answers[at])
    const strange = named.filter((value) => !valuesOf(question).includes(value)).map((value) => JSON.stringify(value))
    if (strange.length > 0)
      error(`${path}[${at}]`, `选项中没有 ${strange.join('、')}`, `There is no choice ${strange.join(', ')}`)
    const ratings = valuesOf(question).filter((value) => typeof value === 'number' && value >= min && value <= max)
    const some = ratings.filter((value) => named.includes(value)).length
    if (question.indicator !== undefined && some > 0 && some < ratings.length) error(`${path}[${at}]`, ...notBlind)
  }
}

const notAList = ['应为列表', 'It must be a list'] as const
const notAPair = ['应为两个不同的题目名', 'It must name two different questions'] as const
const neitherOrBoth = [
  '写 apart（两个评分至少相差多少）或 answers（各自的选项），只写一个',
  'Give either apart (by how much two ratings differ) or answers (the choices of each)',
] as const
const notRated = ['apart 只用于两道评分题', 'Only two rated items can be apart'] as const
const twoLists = ['应为两个选项列表，都不能为空', 'It must be two lists of choices, neither empty'] as const
const notBlind = [
  '规则不能看评价好坏：评分题要么列出全部评分，要么一个也不列；两道评分题请用 apart',
  'No rule may look at good or bad: name all ratings of a rated item or none; for two ratings use apart',
] as const
