import { importanceWeights, sampleAlternatives } from '../../../scoring/subjective/sampleAlternatives.ts'
import type { Context } from '../../context.ts'
import type { SampleAlternative, Sensitivity } from '../../shapes/sensitivity.ts'
import { improvementQuestion } from '../analysis/mentions.ts'
import { type Published, stateAt } from '../published.ts'
import { tallyFor, versionsOf } from '../tally/live.ts'
import { aside } from './aside.ts'
import type { Compared } from './samples.ts'

interface Kept {
  mark: string
  table: Promise<Sensitivity>
  /** Until then it is shown whatever comes in, while the survey is in the field. */
  until: number
}

const kept = new WeakMap<Context['changes'], Map<string, Kept>>()

/** From so many respondents on a table stands for many times as long as it took: who watches keeps no thread busy. */
const large = 50_000
const standsFor = 20

/**
 * What the score would be by other choices; worked out once for every state of the responses, in a thread of its own. In
 * the field that of a large survey may be some minutes old.
 */
export async function sensitivityOf(context: Context, survey: Published): Promise<Sensitivity> {
  const tables = kept.get(context.changes) ?? new Map<string, Kept>()
  kept.set(context.changes, tables)
  // Over quota and exclusion change the table without changing the tally.
  const { version, revision } = await versionsOf(context, survey)
  const mark = `${version} ${revision}`
  const known = tables.get(survey.id)
  if (known?.mark === mark) return known.table
  if (known && performance.now() < known.until && stateAt(survey, context.now()) !== 'closed') return known.table
  const began = performance.now()
  const fresh: Kept = { mark, table: compute(context, survey), until: 0 }
  tables.set(survey.id, fresh)
  fresh.table.then(
    ({ samples }) => {
      const ended = performance.now()
      if (samples.some(({ respondents }) => respondents >= large)) fresh.until = ended + standsFor * (ended - began)
    },
    // A failure is told to whoever asked, and not kept.
    () => tables.delete(survey.id),
  )
  return fresh.table
}

async function compute(context: Context, survey: Published): Promise<Sensitivity> {
  const at = context.now().toISOString()
  const found = samplesAside(context, survey)
  const [{ tally, drawn, version }, { mentions, samples }] = await Promise.all([tallyFor(context, survey), found])
  const { design, key, settings } = survey
  const methods = sampleAlternatives(
    { tally, drawn, design, key, publication: settings.publication },
    importanceWeights({ points: Object.entries(mentions).map(([code, importance]) => ({ code, importance })) }),
  )
  return { version, at, methods, samples }
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
