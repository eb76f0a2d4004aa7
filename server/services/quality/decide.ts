import { addResponse, removeResponse } from '../../../scoring/sampling/tally/addResponse.ts'
import { mergeTallies } from '../../../scoring/sampling/tally/mergeTallies.ts'
import { respondentsIn } from '../../../scoring/sampling/tally/tally.ts'
import { defaultRules } from '../../../scoring/subjective/rules.ts'
import { scoreSample } from '../../../scoring/subjective/scoreSample.ts'
import type { Change, Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { EffectQuestion, QualityDecided, QualityEffect, ScoreNow } from '../../shapes/quality.ts'
import { type Decidable, decidable } from '../../store/quality.ts'
import { findResponse, newestMark } from '../../store/responses.ts'
import { unpackCodes } from '../collect/pack.ts'
import { excludeWithin, restoreWithin } from '../exclusion.ts'
import { type Published, withCurrentQuotas } from '../published.ts'
import { type FieldTally, isDrawn } from '../tally/fieldTally.ts'
import { tallyFor } from '../tally/live.ts'
import { foresee } from './foresee.ts'

const chosenBy = ({ db }: Context, survey: Published, { action, flag, ids }: EffectQuestion): Promise<Decidable[]> =>
  decidable(db, survey, { excluded: action === 'restore', flag, ids: ids?.map((id) => id.toLowerCase()) })

/** What excluding or restoring some responses would do to the score and to who counts; changes nothing. */
export async function effectOf(context: Context, given: Published, question: EffectQuestion): Promise<QualityEffect> {
  const survey = await withCurrentQuotas(context.db, given)
  const chosen = await chosenBy(context, survey, question)
  const { removed, added, promoted, above } = await foresee(context.db, survey, question.action, chosen)
  const field = await tallyFor(context, survey)
  const then = { tally: mergeTallies(field.tally), drawn: field.drawn && mergeTallies(field.drawn) }
  for (const one of removed) change(then, one, removeResponse)
  for (const one of added) change(then, one, addResponse)
  return {
    action: question.action,
    changes: chosen.length,
    inScore: chosen.filter(({ outcome }) => outcome === 'counted').length,
    before: scoreNow(survey, field),
    after: scoreNow(survey, then),
    promoted,
    above,
  }
}

type Tallies = Pick<FieldTally, 'tally' | 'drawn'>

function change({ tally, drawn }: Tallies, { cell, channel, base_weight, codes }: Decidable, by: typeof addResponse) {
  for (const one of drawn && isDrawn(channel) ? [tally, drawn] : [tally]) by(one, cell, base_weight, unpackCodes(codes))
}

function scoreNow({ design, key, settings: { publication } }: Published, field: Tallies): ScoreNow {
  const responses = respondentsIn(field.tally)
  if (responses < defaultRules.fewestInGroup) return { responses, score: null, se: null, interval: null }
  const { score, se, interval } = scoreSample({ tally: field.tally, drawn: field.drawn, design, key, publication })
  return { responses, score, se, interval }
}

const atOnce = 100

interface Decision extends EffectQuestion {
  reason: string
  account: string
}

/**
 * Excludes or restores all of them, a named person's decision each, with its reason in the log. Those named by their ids
 * all or none; those of a flag some at a time, so that answers come in meanwhile: asking again does the rest.
 * @throws {Problem} `not-found` where one of the ids is not of this survey
 */
export async function decideTogether(context: Context, survey: Published, wish: Decision): Promise<QualityDecided> {
  const decided = { changes: 0, above: new Set<string>() }
  const { ids } = wish
  if (ids) await decideSome(context, survey, { ...wish, ids: ids.map((id) => id.toLowerCase()) }, decided)
  else {
    const chosen = (await chosenBy(context, survey, wish)).map(({ id }) => id)
    for (let from = 0; from < chosen.length; from += atOnce) {
      await decideSome(context, survey, { ...wish, ids: chosen.slice(from, from + atOnce) }, decided)
    }
  }
  return { changes: decided.changes, above: [...decided.above] }
}

async function decideSome(
  { db, now, changes }: Context,
  survey: Published,
  { action, ids, reason, account }: Decision & { ids: string[] },
  decided: { changes: number; above: Set<string> },
): Promise<void> {
  const verdict = { account, reason, at: now().toISOString() }
  const told = await db.transaction().execute(async (transaction) => {
    const changed: Change[] = []
    for (const id of new Set(ids)) {
      const response = await findResponse(transaction, survey, id)
      const isExcluded = response && (await newestMark(transaction, response))?.kind === 'excluded'
      if (!response) throw new Problem('not-found')
      // What stands so already, and what was withdrawn, is left alone.
      if (response.answers === null || isExcluded === (action === 'exclude')) continue
      decided.changes += 1
      if (action === 'exclude') changed.push(...(await excludeWithin(transaction, survey, id, verdict)))
      else {
        const restored = await restoreWithin(transaction, survey, id, verdict)
        changed.push(...restored.told)
        for (const quota of restored.above) decided.above.add(quota)
      }
    }
    return changed
  })
  for (const change of told) changes.tell(change)
}
