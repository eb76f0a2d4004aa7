import type { EvaluationState, SchemeId } from '../shapes/evaluation.ts'
import type { Store } from './database.ts'

/** An evaluation with what its lists show of round, region and survey. */
export interface EvaluationRow {
  id: string
  scheme: SchemeId
  state: EvaluationState
  round: string
  /** JSON of a Text, as every name here. */
  roundName: string
  madeUp: number
  regionCode: string
  regionName: string
  regionRank: string
  survey: string | null
}

const evaluations = (db: Store) =>
  db
    .selectFrom('evaluation')
    .innerJoin('round', 'round.id', 'evaluation.round_id')
    .innerJoin('region', 'region.code', 'evaluation.region_code')
    .leftJoin('survey', 'survey.evaluation_id', 'evaluation.id')
    .select([
      'evaluation.id',
      'evaluation.scheme',
      'evaluation.state',
      'round.id as round',
      'round.name as roundName',
      'round.made_up as madeUp',
      'region.code as regionCode',
      'region.name as regionName',
      'region.rank as regionRank',
      'survey.id as survey',
    ])

/** The newest round first, its regions by code. */
export const listEvaluations = (db: Store): Promise<EvaluationRow[]> =>
  evaluations(db).orderBy('round.created_at', 'desc').orderBy('round.id').orderBy('region.code').execute()

export const findEvaluation = (db: Store, id: string): Promise<EvaluationRow | undefined> =>
  evaluations(db).where('evaluation.id', '=', id).executeTakeFirst()
