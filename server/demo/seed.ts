import { cityQuestionnaire } from '../../surveys/city/questionnaire.ts'
import { demoDesign } from '../../surveys/demo/design.ts'
import { madeUpResident } from '../../surveys/demo/residents.ts'
import { type Collector, collect } from '../services/collect/collect.ts'
import { derivedId } from '../services/collect/derivedId.ts'
import { publishQuestionnaire, setUpSurvey } from '../services/publish.ts'
import type { Store } from '../store/database.ts'
import { findSetting, putSetting } from '../store/settings.ts'
import { addEvaluation, addRegion, addRound, listRounds } from '../store/surveys.ts'
import { arrivals, demoOpening } from './arrivals.ts'
import { importDemoData } from './imports.ts'
import { demoRegions } from './regions.ts'
import { demoSurvey } from './survey.ts'

const responses = 1800
const atOnce = 450

/** What is remembered of the making of the demo, so that one that was interrupted is finished at the next start. */
interface Progress {
  made: string
  finished: boolean
}

/** Makes the demo (CONTRACT section 6) in an empty store, or finishes making it. Every step may be done again. */
export async function seedDemo(collector: Collector): Promise<void> {
  const { db, now } = collector.context
  const progress = (await progressOf(db)) ?? (await begin(db, now()))
  if (!progress || progress.finished) return
  await answer(collector, demoOpening(new Date(progress.made)))
  await importDemoData(collector.context)
  await keep(db, { ...progress, finished: true })
}

const keep = (db: Store, progress: Progress) => putSetting(db, 'demo', JSON.stringify(progress))

async function progressOf(db: Store): Promise<Progress | undefined> {
  const kept = await findSetting(db, 'demo')
  return kept === undefined ? undefined : JSON.parse(kept)
}

/** Everything but data, in one transaction; nothing where the store is in use already. */
async function begin(db: Collector['context']['db'], made: Date): Promise<Progress | undefined> {
  if ((await listRounds(db)).length > 0) return undefined
  const progress = { made: made.toISOString(), finished: false }
  const opensAt = demoOpening(made).toISOString()
  const act = { account: null, at: opensAt }
  await db.transaction().execute(async (transaction) => {
    const name = JSON.stringify({ zh: '示例批次', en: 'Demo round' })
    await addRound(transaction, { id: 'demo', name, made_up: 1, created_at: opensAt })
    for (const { code, name, scheme, rank } of demoRegions) {
      await addRegion(transaction, { code, name: JSON.stringify(name), scheme, rank })
      await addEvaluation(transaction, { id: code, round_id: 'demo', region_code: code, scheme, state: 'draft' })
    }
    const version = await publishQuestionnaire(transaction, { id: 'city', questionnaire: cityQuestionnaire }, act)
    await setUpSurvey(transaction, demoSurvey(demoDesign, { id: 'city', version }, opensAt), act)
    await keep(transaction, progress)
  })
  return progress
}

/** Made-up residents answer through the same service as real ones, each at its own moment and under an id that stays. */
async function answer(collector: Collector, opening: Date) {
  const moments = arrivals(opening, responses)
  for (let from = 0; from < responses; from += atOnce) {
    await Promise.all(
      moments.slice(from, from + atOnce).map((moment, at) => {
        const number = from + at
        const { answers, locale } = madeUpResident(number)
        const context = { ...collector.context, now: () => moment }
        return collect({ ...collector, context }, 'demo', {
          id: derivedId(`made-up resident ${number}`),
          answers,
          locale,
        })
      }),
    )
  }
}
