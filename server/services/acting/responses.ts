import { mergeTallies } from '../../../scoring/sampling/tally/mergeTallies.ts'
import { emptyTally, respondentsIn, type Tally } from '../../../scoring/sampling/tally/tally.ts'
import { defaultRules } from '../../../scoring/subjective/rules.ts'
import { scoreSample } from '../../../scoring/subjective/scoreSample.ts'
import type { Change, Context } from '../../context.ts'
import type { ExclusionDone, ExclusionEffect, ScoreThen } from '../../shapes/acting.ts'
import { findResponse, newestMark } from '../../store/responses.ts'
import { excludeWithin, restoreWithin, type Verdict } from '../exclusion.ts'
import { countedOf } from '../places/promote.ts'
import type { Published } from '../published.ts'
import { emptyFieldTally, type FieldTally, takeIn, takeOut } from '../tally/fieldTally.ts'
import { tallyFor } from '../tally/live.ts'

export type ExclusionAct = 'exclude' | 'restore'

/** What the score would be if some responses were excluded or restored; nothing is changed. Who waits is not counted. */
export async function exclusionEffect(
  context: Context,
  survey: Published,
  act: ExclusionAct,
  ids: readonly string[],
): Promise<ExclusionEffect> {
  const moved = await moving(context, survey, act, ids)
  const field = await tallyFor(context, survey)
  const copy = (tally: Tally) => mergeTallies(emptyTally(survey.key), tally)
  const after: FieldTally = {
    ...emptyFieldTally(survey),
    ...{ tally: copy(field.tally), drawn: field.drawn && copy(field.drawn) },
  }
  for (const response of moved) (act === 'exclude' ? takeOut : takeIn)(after, countedOf(response))
  return { moved: moved.length, before: scoreThen(survey, field), after: scoreThen(survey, after) }
}

/** Those of some responses whose place in the score the act would change. */
async function moving({ db }: Context, survey: Published, act: ExclusionAct, ids: readonly string[]) {
  const found = []
  for (const id of new Set(ids)) {
    const response = await findResponse(db, survey, id)
    if (!response || response.codes === null || response.outcome !== 'counted') continue
    const excluded = (await newestMark(db, response))?.kind === 'excluded'
    if (excluded === (act === 'restore')) found.push(response)
  }
  return found
}

function scoreThen({ design, key, settings }: Published, field: Pick<FieldTally, 'tally' | 'drawn'>): ScoreThen {
  const respondents = respondentsIn(field.tally)
  if (respondents < defaultRules.fewestInGroup) return { respondents, score: null, interval: null }
  const { score, interval } = scoreSample({ ...field, design, key, publication: settings.publication })
  return { respondents, score, interval }
}

/**
 * Excludes or restores many responses at once, all or none.
 * @throws {Problem} `not-found`, `withdrawn`
 */
export async function moveMany(
  context: Context,
  survey: Published,
  act: ExclusionAct,
  { ids, ...verdict }: Verdict & { ids: readonly string[] },
): Promise<ExclusionDone> {
  const at = context.now().toISOString()
  const above = new Set<string>()
  const told = await context.db.transaction().execute(async (transaction) => {
    const changes: Change[] = []
    for (const id of new Set(ids)) {
      if (act === 'exclude') changes.push(...(await excludeWithin(transaction, survey, id, { ...verdict, at })))
      else {
        const restored = await restoreWithin(transaction, survey, id, { ...verdict, at })
        for (const quota of restored.above) above.add(quota)
        changes.push(...restored.told)
      }
    }
    return changes
  })
  for (const change of told) context.changes.tell(change)
  return { above: [...above], now: scoreThen(survey, await tallyFor(context, survey)) }
}
