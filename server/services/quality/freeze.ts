import { createHash } from 'node:crypto'
import type { FrozenRules, QualityRules } from '../../../scoring/subjective/quality/rules.ts'
import { attentionChecksOf, contradictionsOf } from '../../../surveys/contradictions.ts'
import { readingFloors } from '../../../surveys/reading.ts'
import type { Store } from '../../store/database.ts'
import type { SurveyKey } from '../../store/fieldwork.ts'
import { addQualityRules } from '../../store/quality.ts'

interface Basis {
  questionnaire: Record<string, unknown>
  quality: QualityRules
  at: string
}

/**
 * Keeps the rules of a survey as they are at publication, with everything they take from the questionnaire: points,
 * thresholds, reading times, attention checks, contradictions. Nothing reads the settings or the defaults afterwards.
 */
export async function freezeRules(db: Store, { round, id }: SurveyKey, { questionnaire, quality, at }: Basis) {
  const frozen: FrozenRules = {
    ...quality,
    floors: readingFloors(questionnaire, quality.reading),
    attention: attentionChecksOf(questionnaire),
    contradictions: contradictionsOf(questionnaire),
  }
  const content = JSON.stringify(frozen)
  const content_hash = createHash('sha256').update(content).digest('hex')
  await addQualityRules(db, { round_id: round, survey_id: id, content, content_hash, frozen_at: at })
}
