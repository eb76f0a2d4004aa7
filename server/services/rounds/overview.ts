import { groupBy } from '../../../scoring/objective/groupBy.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { RoundOverview, RoundRow } from '../../shapes/round.ts'
import { excludedInRound, quotasInRound, responsesInRound, roundRows } from '../../store/rounds.ts'
import { findRound } from '../../store/setup.ts'
import { listAccounts } from '../accounts.ts'
import { stateAt } from '../published.ts'

interface Asker {
  permitted: (region: string) => boolean
  /** Whether they may see who holds which role. */
  keepsAccounts: boolean
}

type Row = Awaited<ReturnType<typeof roundRows>>[number]

const day = 86_400_000

/**
 * Where every region of a round stands, in a handful of queries however many there are.
 * @throws {Problem} `not-found`
 */
export async function roundOverview(
  context: Context,
  round: string,
  { permitted, keepsAccounts }: Asker,
): Promise<RoundOverview> {
  const { db, now } = context
  const found = await findRound(db, round)
  if (!found) throw new Problem('not-found')
  const rows = (await roundRows(db, round)).filter(({ code }) => permitted(code))
  if (rows.length === 0 && !permitted('*')) throw new Problem('not-found')
  const figures = await figuresOf(db, round, new Date(now().getTime() - day).toISOString())
  const accounts = keepsAccounts ? (await listAccounts(context)).filter(({ disabled }) => !disabled) : []
  return {
    id: found.id,
    name: JSON.parse(found.name),
    madeUp: found.made_up === 1,
    rows: rows.map(
      (row): RoundRow => ({
        evaluation: row.id,
        region: { code: row.code, name: JSON.parse(row.name) },
        scheme: row.scheme,
        rank: row.rank,
        survey: row.survey === null || row.state === null ? null : figures(row.survey, row, now()),
        accounts: accounts.flatMap(({ name, roles }) =>
          roles
            .filter(({ regions }) => regions === null || regions.includes(row.code))
            .map(({ role, regions }) => ({ name, role, all: regions === null })),
        ),
      }),
    ),
  }
}

/** What is known of the surveys of a round, asked once for all. */
async function figuresOf(db: Context['db'], round: string, since: string) {
  const responses = groupBy(await responsesInRound(db, round, since), ({ survey_id }) => survey_id)
  const excluded = new Map((await excludedInRound(db, round)).map(({ survey_id, count }) => [survey_id, Number(count)]))
  const quotas = groupBy(await quotasInRound(db, round), ({ survey_id }) => survey_id)

  return (survey: string, { state, opens_at, closes_at }: Row, now: Date): NonNullable<RoundRow['survey']> => {
    const own = responses.get(survey) ?? []
    const of = (outcome: string) => own.find((one) => one.outcome === outcome)
    const quoted = quotas.get(survey) ?? []
    const first = quoted.filter(({ variables }) => variables === quoted[0]?.variables)
    return {
      id: survey,
      state: stateAt({ state: state ?? 'draft', opensAt: opens_at, closesAt: closes_at }, now),
      opensAt: opens_at,
      closesAt: closes_at,
      accepted: Number(of('counted')?.count ?? 0) - (excluded.get(survey) ?? 0),
      overQuota: Number(of('over-quota')?.count ?? 0),
      lastDay: own.reduce((sum, { recent }) => sum + Number(recent), 0),
      target: quoted.length === 0 ? null : first.reduce((sum, { target }) => sum + target, 0),
      quotasFull: quoted.filter(({ target, taken }) => taken >= target).length,
      quotas: quoted.length,
    }
  }
}
