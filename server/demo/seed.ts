import { cityQuestionnaire } from '../../surveys/city/questionnaire.ts'
import { city } from '../../surveys/city/subject.ts'
import { county } from '../../surveys/county/subject.ts'
import { countyDesign, countyQuestionnaire, towns } from '../../surveys/demo/county.ts'
import { demoDesign } from '../../surveys/demo/design.ts'
import { districts } from '../../surveys/demo/districts.ts'
import { type MadeUp, madeUpResident } from '../../surveys/demo/residents.ts'
import { madeUpVillager } from '../../surveys/demo/villagers.ts'
import { shortForm } from '../../surveys/forms/short.ts'
import { type Collector, collect } from '../services/collect/collect.ts'
import { derivedId } from '../services/collect/derivedId.ts'
import { publishQuestionnaire, setUpSurvey } from '../services/publish.ts'
import type { Store } from '../store/database.ts'
import { findSetting, putSetting } from '../store/settings.ts'
import { addEvaluation, addRegion, addRound, listRounds } from '../store/surveys.ts'
import { arrivals, demoOpening } from './arrivals.ts'
import { importDemoData } from './imports.ts'
import { demoRegions } from './regions.ts'
import { demoCountySurvey, demoSurvey } from './survey.ts'

/** How many made-up residents answer each survey, and what. */
const samples: { survey: string; size: number; name: string; resident: (number: number) => MadeUp }[] = [
  { survey: 'demo', size: 1800, name: 'made-up resident', resident: madeUpResident },
  { survey: 'demo-county', size: 320, name: 'made-up villager', resident: madeUpVillager },
]
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
  for (const sample of samples) await answer(collector, sample, demoOpening(new Date(progress.made)))
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
    const publish = async (id: string, questionnaire: Record<string, unknown>) => ({
      id,
      version: await publishQuestionnaire(transaction, { id, questionnaire }, act),
    })
    const published = await publish('city', cityQuestionnaire)
    await setUpSurvey(transaction, demoSurvey(demoDesign, published, opensAt), act)
    const ofCounty = await publish('county', countyQuestionnaire)
    await setUpSurvey(transaction, demoCountySurvey(countyDesign, ofCounty, opensAt), act)
    // Nobody answers these yet; a survey can be set up on them.
    await publish('city-short', shortForm(city, districts))
    await publish('county-short', shortForm(county, towns))
    await keep(transaction, progress)
  })
  return progress
}

/** Made-up residents answer through the same service as real ones, each at its own moment and under an id that stays. */
async function answer(collector: Collector, { survey, size, name, resident }: (typeof samples)[number], opening: Date) {
  const moments = arrivals(opening, size)
  for (let from = 0; from < size; from += atOnce) {
    await Promise.all(
      moments.slice(from, from + atOnce).map((moment, at) => {
        const number = from + at
        const { answers, locale } = resident(number)
        const context = { ...collector.context, now: () => moment }
        return collect({ ...collector, context }, survey, { id: derivedId(`${name} ${number}`), answers, locale })
      }),
    )
  }
}
