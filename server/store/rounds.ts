import { type SqlBool, sql } from 'kysely'
import type { Store } from './database.ts'
import { takenSeats } from './fieldwork.ts'

/** The evaluations of a round with region and survey, by region. */
export const roundRows = (db: Store, round: string) =>
  db
    .selectFrom('evaluation')
    .innerJoin('region', 'region.code', 'evaluation.region_code')
    .leftJoin('survey', 'survey.evaluation_id', 'evaluation.id')
    .select([
      'evaluation.id',
      'evaluation.scheme',
      'region.code',
      'region.name',
      'region.rank',
      'survey.id as survey',
      'survey.state',
      'survey.opens_at',
      'survey.closes_at',
    ])
    .where('evaluation.round_id', '=', round)
    .orderBy('region.code')
    .execute()

/** Responses of every survey of a round by outcome, and those since a moment; withdrawn ones are left out. */
export const responsesInRound = (db: Store, round: string, since: string) =>
  db
    .selectFrom('response')
    .select(({ fn }) => [
      'survey_id',
      'outcome',
      fn.countAll<number>().as('count'),
      sql<number>`sum(case when received_at >= ${since} then 1 else 0 end)`.as('recent'),
    ])
    .where('round_id', '=', round)
    .where('codes', 'is not', null)
    .groupBy(['survey_id', 'outcome'])
    .execute()

const newest = sql<SqlBool>`not exists (
  select 1 from response_mark as later
  where later.round_id = response_mark.round_id and later.survey_id = response_mark.survey_id
    and later.response_id = response_mark.response_id and later.position > response_mark.position)`

/** Responses of every survey of a round that are excluded now. */
export const excludedInRound = (db: Store, round: string) =>
  db
    .selectFrom('response_mark')
    .select(({ fn }) => ['survey_id', fn.countAll<number>().as('count')])
    .where('round_id', '=', round)
    .where('kind', '=', 'excluded')
    .where(newest)
    .groupBy('survey_id')
    .execute()

/** The quotas of every survey of a round in the order of their design. */
export const quotasInRound = (db: Store, round: string) =>
  db
    .selectFrom('quota')
    .select(['survey_id', 'variables', 'target', takenSeats.as('taken')])
    .where('round_id', '=', round)
    .orderBy('survey_id')
    .orderBy('position')
    .execute()
