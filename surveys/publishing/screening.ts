import { usual } from '../answers/eligibility.ts'
import { parseExpression } from '../answers/expression/parse.ts'
import type { Tree } from '../answers/expression/tree.ts'
import { listOf } from '../answers/json.ts'
import type { Placed } from '../elements.ts'
import { valuesOf } from './choiceLists.ts'
import type { Report } from './fault.ts'

const single = new Set(['radiogroup', 'dropdown', 'boolean'])
const conditions = ['visibleIf', 'enableIf', 'requiredIf', 'choicesVisibleIf', 'choicesEnableIf'] as const

/** Screening questions are single choices that stand on their own, and not every answer to them keeps people out. */
export function checkScreening(elements: Placed[], report: Report): void {
  const screening = elements.filter(({ kind, json }) => kind === 'question' && json.screening === true)
  if (screening.length === 0) {
    report.warning(
      'survey',
      '没有甄别题（screening）：任何人都可作答，也没有配额',
      'No question is marked as screening: anybody may answer, and there can be no quotas',
    )
  }
  // `item` and `choice` are the choice that its own condition is asked about.
  const names = new Set(['item', 'choice', ...screening.map(({ json }) => String(json.name))])
  for (const part of screening) {
    checkAnswers(part, report)
    for (const { path, json } of [...part.within, part]) {
      for (const property of conditions) {
        const foreign = namesUsed(json[property]).filter((name) => !names.has(name.split(/[.[]/)[0] ?? ''))
        if (foreign.length === 0) continue
        report.error(
          `${path}.${property}`,
          `甄别题的条件只能用其他甄别题，不能用 ${foreign.join('、')}`,
          `The condition of a screening question may only use other screening questions, not ${foreign.join(', ')}`,
        )
      }
    }
  }
  for (const { path, json } of elements) {
    if (json.screensOut !== undefined && json.screening !== true) {
      report.error(
        `${path}.screensOut`,
        '只有甄别题（screening）才能筛除',
        'Only a question that is marked as screening can keep people out',
      )
    }
  }
}

function checkAnswers({ path, json }: Placed, { error, warning }: Report) {
  if (!single.has(String(json.type))) {
    error(
      `${path}.type`,
      '甄别题应为 radiogroup、dropdown 或 boolean',
      'A screening question must be a radiogroup, dropdown or boolean',
    )
    return
  }
  const values = valuesOf(json)
  const named = json.screensOut
  if (named !== undefined && !Array.isArray(named)) {
    error(`${path}.screensOut`, '应为选项值的列表', 'It must be a list of values')
    return
  }
  const strange = listOf(named).filter((value) => !values.includes(value))
  if (strange.length > 0) {
    const shown = strange.map((value) => JSON.stringify(value)).join(', ')
    error(`${path}.screensOut`, `选项中没有 ${shown}`, `There is no choice ${shown}`)
  }
  const out = named === undefined ? usual : listOf(named)
  if (values.length > 0 && out.includes(values[0])) {
    error(
      `${path}.choices`,
      '第一个选项必须属于调查对象，不能被筛除',
      'The first choice must be of people who belong to the population',
    )
  }
  if (json.isRequired !== true) {
    warning(
      `${path}.isRequired`,
      '不是必答：不回答的人不进任何配额，也没有校准变量的值',
      'It is not required: whoever leaves it out is in no quota and has no value of the calibration variable',
    )
  }
}

/** Names that an expression uses; none where it cannot be read, which is another fault. */
function namesUsed(expression: unknown): string[] {
  if (typeof expression !== 'string' || expression === '') return []
  try {
    return namesIn(parseExpression(expression))
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

function namesIn(tree: Tree): string[] {
  switch (tree.kind) {
    case 'name':
      return [tree.name]
    case 'constant':
      return []
    case 'unary':
      return namesIn(tree.part)
    case 'binary':
      return [...namesIn(tree.left), ...namesIn(tree.right)]
    default:
      return tree.parts.flatMap(namesIn)
  }
}
