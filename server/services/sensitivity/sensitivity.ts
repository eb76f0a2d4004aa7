import { importanceWeights, sampleAlternatives } from '../../../scoring/subjective/sampleAlternatives.ts'
import type { Context } from '../../context.ts'
import type { SampleAlternative, Sensitivity } from '../../shapes/sensitivity.ts'
import { improvementQuestion } from '../analysis/mentions.ts'
import type { Published } from '../published.ts'
import { tallyFor, versionsOf } from '../tally/live.ts'
import { aside } from './aside.ts'
import type { Compared } from './samples.ts'

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
  const found = samplesAside(context, survey)
  const [{ tally, drawn, version }, { mentions, samples }] = await Promise.all([tallyFor(context, survey), found])
  const { design, key, settings } = survey
  const methods = sampleAlternatives(
    { tally, drawn, design, key, publication: settings.publication },
    importanceWeights({ points: Object.entries(mentions).map(([code, importance]) => ({ code, importance })) }),
  )
  return { version, methods, samples }
}

interface Found {
  mentions: Record<string, number>
  samples: SampleAlternative[]
}

function samplesAside({ config }: Context, survey: Published): Promise<Found> {
  const { id, round, key, design, quality, settings } = survey
  const compared: Compared = { id, round, key, design, quality, publication: settings.publication }
  return aside('sensitivity', { store: config.store, survey: compared, question: improvementQuestion(survey) })
}
