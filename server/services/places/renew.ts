import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { Place } from '../../shapes/place.ts'
import type { Store } from '../../store/database.ts'
import { findPlaces, type PlaceTable } from '../../store/places.ts'
import { findPublished, type Published, withCurrentQuotas } from '../published.ts'
import { leave, prolong } from './hold.ts'
import { shown } from './request.ts'
import { readPlaceToken } from './token.ts'

/**
 * Its holder goes on: the lease is renewed, at most until a day after it began.
 * @throws {Problem} `not-found` where it is no place of this survey
 */
export async function renewPlace(context: Context, surveyId: string, token: string): Promise<Place> {
  const survey = await surveyOf(context, surveyId)
  const held = await context.db.transaction().execute(async (transaction) => {
    const place = await placeOf(transaction, context, survey, token)
    return prolong(transaction, await withCurrentQuotas(transaction, survey), place, context.now().toISOString())
  })
  return shown(context, survey, held)
}

/**
 * Its holder gives up: the seats go back at once.
 * @throws {Problem} `not-found` where it is no place of this survey
 */
export async function leavePlace(context: Context, surveyId: string, token: string): Promise<void> {
  const survey = await surveyOf(context, surveyId)
  const promoted = await context.db.transaction().execute(async (transaction) => {
    const place = await placeOf(transaction, context, survey, token)
    return leave(transaction, await withCurrentQuotas(transaction, survey), place, context.now().toISOString())
  })
  for (const response of promoted) context.changes.tell({ kind: 'added', response })
  context.changes.tell({ kind: 'other', survey: survey.id })
}

async function surveyOf(context: Context, id: string): Promise<Published> {
  const survey = await findPublished(context, id)
  if (!survey) throw new Problem('not-found')
  return survey
}

async function placeOf(db: Store, context: Context, survey: Published, token: string): Promise<PlaceTable> {
  const ticket = readPlaceToken(context.keyFor('places'), survey.id, token)
  const place = ticket && (await findPlaces(db, survey, [ticket.id])).get(ticket.id)
  if (!place) throw new Problem('not-found')
  return place
}
