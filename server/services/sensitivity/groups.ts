import { sampleGroups } from '../../../scoring/subjective/sampleGroups.ts'
import type { GroupScore } from '../../../scoring/subjective/scoreGroups.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { Groups } from '../../shapes/sensitivity.ts'
import type { Published } from '../published.ts'
import { tallyFor, versionsOf } from '../tally/live.ts'
import { aside } from './aside.ts'
import { type Grouped, type GroupingQuestion, groupingQuestions } from './byQuestion.ts'
import { inSteps } from './steps.ts'

/**
 * The score by every variable of the design, from the tally, or by the answers to one question, from a scan; in steps of
 * ten responses while the survey is open.
 * @param by name of a question; absent: the design's variables
 * @throws {Problem} `invalid` where groups are not told by that question
 */
export async function groupsOf(context: Context, survey: Published, by?: string): Promise<Groups> {
  const questions = groupingQuestions(survey)
  const offered = questions.map(({ name, label }) => ({ question: name, label }))
  if (by !== undefined) {
    const question = questions.find(({ name }) => name === by)
    if (!question) throw notGrouping(questions)
    const { version, groups } = await scannedGroups(context, survey, question)
    const variables = [{ variable: by, label: question.label, groups }]
    return inSteps(context, survey, { version, variables, questions: offered })
  }
  const { tally, drawn, version } = await tallyFor(context, survey)
  const { design, key, settings } = survey
  const names = design.variables.map(({ name }) => name)
  const groups = sampleGroups({ tally, drawn, design, key, publication: settings.publication }, names)
  return inSteps(context, survey, {
    version,
    variables: design.variables.map(({ name, label }) => ({
      variable: name,
      label,
      groups: groups.get(name) ?? [],
    })),
    questions: offered,
  })
}

interface Kept {
  mark: string
  found: Promise<{ version: number; groups: GroupScore[] }>
}

const kept = new WeakMap<Context['changes'], Map<string, Kept>>()

/** Worked out once for every state of the responses, in a thread of its own. */
async function scannedGroups(
  context: Context,
  survey: Published,
  question: GroupingQuestion,
): Promise<Awaited<Kept['found']>> {
  const known = kept.get(context.changes) ?? new Map<string, Kept>()
  kept.set(context.changes, known)
  const { version, revision } = await versionsOf(context, survey)
  const [name, mark] = [`${survey.id} ${question.name}`, `${version} ${revision}`]
  const before = known.get(name)
  if (before?.mark === mark) return before.found
  const { id, round, key, design, settings } = survey
  const grouped: Grouped = { id, round, key, design, publication: settings.publication }
  const found = aside<GroupScore[]>('groups', { store: context.config.store, survey: grouped, question }).then(
    (groups) => ({ version, groups }),
  )
  known.set(name, { mark, found })
  // A failure is told to whoever asked, and not kept.
  found.catch(() => known.delete(name))
  return found
}

function notGrouping(questions: GroupingQuestion[]): Problem {
  const names = questions.map(({ name }) => name)
  return new Problem('invalid', {
    errors: [
      {
        path: 'by',
        code: 'not-grouping',
        message: {
          zh: `不能按这道题分组。可用的题：${names.join('、') || '无'}`,
          en: `Groups cannot be told by this question. Those that can: ${names.join(', ') || 'none'}`,
        },
      },
    ],
  })
}
