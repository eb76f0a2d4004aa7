import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { defaultQualityRules, type FrozenRules, type QualityRules } from '../../../scoring/subjective/quality/rules.ts'
import { isJson, type Json } from '../../../surveys/answers/json.ts'
import { attentionChecksOf, contradictionsOf } from '../../../surveys/contradictions.ts'
import { elementsIn } from '../../../surveys/elements.ts'
import { localesOf } from '../../../surveys/locales.ts'
import { readingFloors } from '../../../surveys/reading.ts'

interface Older {
  round_id: string
  id: string
  settings: string
  created_at: string
  content: string
}

/**
 * Surveys that were set up with rules before rules were frozen: those that their settings said at publication are frozen
 * now, as of then. What the rules of that time did not know is switched off, so that nothing is judged by a rule that was
 * not announced.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<Older>`
    select survey.round_id, survey.id, survey.settings, survey.created_at, questionnaire.content
    from survey
    join questionnaire
      on questionnaire.id = survey.questionnaire_id and questionnaire.version = survey.questionnaire_version
    where not exists (
      select 1 from quality_rules where quality_rules.round_id = survey.round_id and quality_rules.survey_id = survey.id)
  `.execute(db)
  for (const { round_id, id, settings, created_at, content } of rows) {
    const { quality } = JSON.parse(settings)
    if (!isJson(quality)) continue
    const frozen = JSON.stringify(frozenOf(quality, JSON.parse(content)))
    const hash = createHash('sha256').update(frozen).digest('hex')
    await sql`
      insert into quality_rules (round_id, survey_id, content, content_hash, frozen_at)
      values (${round_id}, ${id}, ${frozen}, ${hash}, ${created_at})
    `.execute(db)
  }
}

/** Rules as they were before time was measured by reading: one floor for every question, attention checks by hand. */
interface OlderRules extends Omit<QualityRules, 'reading' | 'straightLine'> {
  floor: number
  straightLine: number
  attention: FrozenRules['attention']
}

const isOlder = (rules: Json): rules is Json & OlderRules => typeof rules.floor === 'number'

function frozenOf(rules: Json, questionnaire: Json): FrozenRules {
  if (isOlder(rules)) return frozenOfOlder(rules, questionnaire)
  const quality = rules as unknown as QualityRules
  return {
    ...quality,
    floors: readingFloors(questionnaire, quality.reading),
    attention: attentionChecksOf(questionnaire),
    contradictions: contradictionsOf(questionnaire),
  }
}

function frozenOfOlder(
  { floor, straightLine, attention, points, ...others }: OlderRules,
  questionnaire: Json,
): FrozenRules {
  const asked = elementsIn(questionnaire).flatMap(({ kind, json }) =>
    kind === 'question' && typeof json.name === 'string' && json.screening !== true && json.name !== 'consent'
      ? [[json.name, floor] as const]
      : [],
  )
  return {
    ...others,
    reading: defaultQualityRules.reading,
    straightLine: { fewest: straightLine, spreadShare: 0 },
    points: { ...points, untimed: 0, 'near-straight': 0, contradictory: 0 },
    floors: Object.fromEntries(localesOf(questionnaire).map((locale) => [locale, Object.fromEntries(asked)])),
    attention,
    contradictions: [],
  }
}
