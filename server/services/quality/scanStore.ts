import { createHash } from 'node:crypto'
import { createRelativeJudge } from '../../../scoring/subjective/quality/relative.ts'
import { type FrozenRules, pointsOf, type QualityFlag } from '../../../scoring/subjective/quality/rules.ts'
import type { Store } from '../../store/database.ts'
import { type Judged, judgedAfter } from '../../store/quality.ts'
import { flagsIn } from './flags.ts'

/** What the thread that judges is told. */
export interface JudgeOrder {
  /** Its address. */
  store: string
  survey: { id: string; round: string; rules: FrozenRules }
}

/** What is to be changed of one response. */
export interface Finding {
  id: string
  flags: QualityFlag[]
  relative: QualityFlag[]
  points: number
  /** Whether it is to be excluded or restored; undefined where it stays as it is. */
  out: boolean | undefined
}

/** What was found of all responses together. */
export interface Judgement {
  responses: number
  /** How many have each flag. */
  flags: Partial<Record<QualityFlag, number>>
  /** SHA-256 over every response's id and flags, in the order of ids. */
  hash: string
}

/** What it tells: some findings, after which it waits for an answer, and in the end what it found. */
export type JudgeMessage = { kind: 'findings'; findings: Finding[] } | ({ kind: 'done' } & Judgement)

const page = 2000
const atOnce = 100

/**
 * Judges all responses of a survey as of one moment, by two readings: what is usual, then who is not. Only a page of rows is
 * held at a time.
 * @param tell takes what is to be changed, a hundred at a time; the next come when it is done
 */
export async function judgeStore(
  snapshot: Store,
  { rules, ...survey }: JudgeOrder['survey'],
  tell: (findings: Finding[]) => Promise<void>,
): Promise<Judgement> {
  const { look, judge } = createRelativeJudge(rules)
  for await (const row of everyJudged(snapshot, survey)) look(arrivedOf(row))
  const flagsBeside = judge()
  const found: Judgement = { responses: 0, flags: {}, hash: '' }
  const hash = createHash('sha256')
  let findings: Finding[] = []
  for await (const row of everyJudged(snapshot, survey)) {
    const arrived = arrivedOf(row)
    const relative = flagsBeside(arrived)
    const flags = [...arrived.own, ...relative]
    found.responses += 1
    for (const flag of flags) found.flags[flag] = (found.flags[flag] ?? 0) + 1
    hash.update(`${row.id} ${flags.join(',')}\n`)
    const points = pointsOf(rules, flags)
    const out = decisionOn(row, points >= rules.threshold)
    if (out === undefined && row.relative === relative.join(',')) continue
    findings.push({ id: row.id, flags, relative, points, out })
    if (findings.length < atOnce) continue
    await tell(findings)
    findings = []
  }
  if (findings.length > 0) await tell(findings)
  return { ...found, hash: hash.digest('hex') }
}

/** What a named person decided stands. */
function decisionOn({ mark, markedBy }: Judged, out: boolean): boolean | undefined {
  const decidedByPerson = mark !== null && markedBy !== null
  return out === (mark === 'excluded') || decidedByPerson ? undefined : out
}

async function* everyJudged(db: Store, survey: { id: string; round: string }): AsyncGenerator<Judged> {
  for (let rows = await judgedAfter(db, survey, '', page); rows.length > 0; ) {
    yield* rows
    rows = await judgedAfter(db, survey, rows.at(-1)?.id ?? '', page)
  }
}

const arrivedOf = ({ channel, network, receivedAt, codes, pace, flags }: Judged) => ({
  channel,
  network,
  at: Date.parse(receivedAt),
  codes,
  pace,
  own: flagsIn(flags),
})
