import type { SurveyDesign, Variable } from '../../../scoring/sampling/design.ts'
import { addResponse } from '../../../scoring/sampling/tally/addResponse.ts'
import { emptyTally } from '../../../scoring/sampling/tally/tally.ts'
import { sampleGroups } from '../../../scoring/subjective/sampleGroups.ts'
import type { GroupScore } from '../../../scoring/subjective/scoreGroups.ts'
import type { SampledSurvey } from '../../../scoring/subjective/scoreSample.ts'
import type { Text } from '../../../scoring/text.ts'
import { keptOut } from '../../../surveys/answers/eligibility.ts'
import { formOf } from '../../../surveys/answers/form.ts'
import { textOf } from '../../../surveys/answers/text.ts'
import type { Store } from '../../store/database.ts'
import { countedWithAnswers } from '../../store/tally.ts'
import { unpackCodes } from '../collect/pack.ts'
import type { Published } from '../published.ts'
import { isDrawn } from '../tally/fieldTally.ts'

/** A question with one answer of a list: who answers, not how content they are. */
export interface GroupingQuestion {
  name: string
  label: Text
  choices: { value: string | number | boolean; label: Text }[]
}

/**
 * The questions by which groups can be told beside the variables of the design: screening and demographic ones. Those
 * behind a variable are left out: two ways to cut the same answers would give away what one of them withholds; and those
 * that everybody who was let in answers alike.
 */
export function groupingQuestions({
  questionnaire,
  design,
}: Pick<Published, 'questionnaire' | 'design'>): GroupingQuestion[] {
  const taken = new Set(design.variables.map(({ question }) => question))
  return formOf(questionnaire).questions.flatMap(({ name, type, json, choices }) => {
    if (!['radiogroup', 'dropdown'].includes(type) || json.dimension !== undefined || taken.has(name)) return []
    const out = keptOut(json)
    const admitted = choices.filter(({ value }) => !out.has(value))
    if (admitted.length < 2) return []
    const labelled = admitted.map(({ value, text }) => ({ value, label: textOf(text ?? value) }))
    return [{ name, label: textOf(json.title ?? name), choices: labelled }]
  })
}

export type Grouped = Pick<Published, 'id' | 'round' | 'key' | 'design'> & Pick<SampledSurvey, 'publication'>

/**
 * The score by the answers to a question. Each cell is split by them; as the margins do not know of them, weights and
 * score stay what they are.
 */
export async function groupsByQuestion(
  snapshot: Store,
  { id, round, key, design, publication }: Grouped,
  question: GroupingQuestion,
): Promise<GroupScore[]> {
  const tally = emptyTally(key)
  const drawn = emptyTally(key)
  const codeOf = new Map(question.choices.map(({ value }, at) => [value, String(at)]))
  for await (const { cell, base_weight, codes, channel, answers } of countedWithAnswers(snapshot, { id, round })) {
    const group = codeOf.get(JSON.parse(answers)[question.name]) ?? ''
    const own = design.variables.length === 0 ? group : `${cell}|${group}`
    const unpacked = unpackCodes(codes)
    addResponse(tally, own, base_weight, unpacked)
    if (design.sample === 'mixed' && isDrawn(channel)) addResponse(drawn, own, base_weight, unpacked)
  }
  const variable = variableOf(question)
  const split: SurveyDesign = { ...design, variables: [...design.variables, variable] }
  const groups = sampleGroups({ tally, drawn, design: split, key, publication }, [variable.name])
  return (groups.get(variable.name) ?? []).map((group, at) => ({ ...group, code: String(question.choices[at]?.value) }))
}

/** Its categories are numbered: a value may hold what divides a cell. No variable of a design has a blank in its name. */
const variableOf = ({ name, label, choices }: GroupingQuestion): Variable => ({
  name: `question ${name}`,
  label,
  question: name,
  categories: choices.map(({ value, label }, at) => ({
    code: String(at),
    label,
    values: typeof value === 'boolean' ? [] : [value],
  })),
})
