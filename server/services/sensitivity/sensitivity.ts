import { Worker } from 'node:worker_threads'
import { alternatives } from '../../../scoring/subjective/alternatives.ts'
import { scoreGroups } from '../../../scoring/subjective/scoreGroups.ts'
import type { Context } from '../../context.ts'
import type { Groups, SampleAlternative, Sensitivity } from '../../shapes/sensitivity.ts'
import type { Published } from '../published.ts'
import { tallyFor, versionsOf } from '../tally/live.ts'
import { threadProgram } from '../threads.ts'
import type { Compared } from './samples.ts'
import { inSteps } from './steps.ts'

interface Kept {
  mark: string
  table: Promise<Sensitivity>
}

const kept = new WeakMap<Context['changes'], Map<string, Kept>>()

/** What the score would be by other choices; worked out once for every state of the responses, in a thread of its own. */
export async function sensitivityOf(context: Context, survey: Published): Promise<Sensitivity> {
  const tables = kept.get(context.changes) ?? new Map<string, Kept>()
  kept.set(context.changes, tables)
  // Over quota and exclusion change the table without changing the tally.
  const { version, revision } = await versionsOf(context, survey)
  const mark = `${version} ${revision}`
  const known = tables.get(survey.id)
  if (known?.mark === mark) return known.table
  const table = compute(context, survey)
  tables.set(survey.id, { mark, table })
  // A failure is told to whoever asked, and not kept.
  table.catch(() => tables.delete(survey.id))
  return table
}

async function compute(context: Context, survey: Published): Promise<Sensitivity> {
  const samples = samplesAside(context, survey)
  const [{ tally, version }, compared] = await Promise.all([tallyFor(context, survey), samples])
  return { version, methods: alternatives({ tally, design: survey.design, key: survey.key }), samples: compared }
}

function samplesAside(
  { config }: Context,
  { id, round, key, design, quality, settings: { publication } }: Published,
): Promise<SampleAlternative[]> {
  const survey: Compared = { id, round, key, design, quality, publication }
  const worker = new Worker(threadProgram('sensitivity'), { workerData: { store: config.store, survey } })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the thread that compares ended with ${code}`)))
  })
}

/** The score by every variable of the design, from the tally; in steps of ten responses while the survey is open. */
export async function groupsOf(context: Context, survey: Published): Promise<Groups> {
  const { tally, version } = await tallyFor(context, survey)
  const { design, key } = survey
  return inSteps(context, survey, {
    version,
    variables: design.variables.map(({ name, label }) => ({
      variable: name,
      label,
      groups: scoreGroups({ tally, design, key }, name),
    })),
  })
}
