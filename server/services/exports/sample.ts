import { setImmediate } from 'node:timers/promises'
import { type Calibration, calibrate } from '../../../scoring/sampling/tally/calibrate.ts'
import { sortedCells } from '../../../scoring/sampling/tally/serialise.ts'
import { countsOf, type Tally } from '../../../scoring/sampling/tally/tally.ts'
import { unitsOf } from '../../../scoring/sampling/tally/units.ts'
import type { Store } from '../../store/database.ts'
import { type ExportedResponse, exportedResponses } from '../../store/exported.ts'
import { countedSlices, excludedResponses } from '../../store/tally.ts'
import { flagsBetween } from '../../store/traces.ts'
import type { Published } from '../published.ts'
import { everyFlag } from '../quality/flags.ts'
import { isDrawn } from '../tally/fieldTally.ts'
import type { Exporting } from './progress.ts'

/** Who is in the score of a survey, and how they are weighted. */
export interface ExportedSample {
  respondents: number
  calibration: Calibration
  /** Of every respondent of a cell and base weight; in a mixed sample within their own part of it. */
  finalWeight: (cell: string, baseWeight: number, channel: string) => number
}

export type InScore = ExportedResponse

interface Wanted {
  /** Whether what was answered is read too. */
  answers?: boolean
}

const atOnce = 500

/** Responses in the score, in the order of their ids, a piece at a time. */
async function* responsesInScore(db: Store, survey: Published, wanted: Wanted): AsyncGenerator<InScore[]> {
  const excluded = new Set((await excludedResponses(db, survey)).map(({ id }) => id))
  for (let after: string | null = null; ; ) {
    const rows: ExportedResponse[] = await exportedResponses(db, survey, { ...wanted, after, limit: atOnce })
    yield excluded.size === 0 ? rows : rows.filter(({ id }) => !excluded.has(id))
    if (rows.length < atOnce) return
    after = rows.at(-1)?.id ?? ''
  }
}

/** A response in the score, with the quality flags it has, `;` between them. */
export interface Flagged {
  row: InScore
  flags: string
}

/** Responses in the score with their flags and weights, a piece at a time; whoever watches is told how far it is. */
export async function flaggedResponses(
  db: Store,
  survey: Published,
  { begin, advance }: Exporting,
  wanted: Wanted = {},
): Promise<{ sample: ExportedSample; pieces: AsyncGenerator<Flagged[]> }> {
  const sample = await exportedSample(db, survey)
  begin(sample.respondents)
  async function* pieces() {
    for await (const rows of responsesInScore(db, survey, wanted)) {
      const [first, last] = [rows[0]?.id, rows.at(-1)?.id]
      if (first === undefined || last === undefined) continue
      const traces = await flagsBetween(db, survey, first, last)
      yield rows.map((row) => ({ row, flags: flagsOf(traces.get(row.id)) }))
      advance(rows.length)
      // Who asks for something else meanwhile is answered.
      await setImmediate()
    }
  }
  return { sample, pieces: pieces() }
}

const flagsOf = (trace: Parameters<typeof everyFlag>[0]): string => (trace ? everyFlag(trace).join(';') : '')

/** Weighs the responses of a survey as its score does. */
export async function exportedSample(db: Store, survey: Published): Promise<ExportedSample> {
  // Weights depend on cells and base weights alone: a tally of no items has all that is needed.
  const empty = (): Tally => ({ items: [], scale: survey.key.scale, cells: new Map() })
  const [everybody, drawn, volunteers] = [empty(), empty(), empty()]
  const partOf = (channel: string) => (isDrawn(channel) ? drawn : volunteers)
  let respondents = 0
  const count = (cell: string, baseWeight: number, channel: string, by: number) => {
    for (const tally of [everybody, partOf(channel)]) {
      const counts = countsOf(tally, cell, baseWeight)
      counts[0] = (counts[0] ?? 0) + by
    }
    respondents += by
  }
  const width = survey.key.items.length
  for await (const { baseWeight, responses } of countedSlices(db, survey)) {
    for (const [alike, people] of alikeIn(responses, width)) {
      const [cell = '', channel = ''] = alike.split('\t')
      count(cell, baseWeight, channel, people)
    }
    // Who asks for something else meanwhile is answered.
    await setImmediate()
  }
  for (const { cell, base_weight, channel } of await excludedResponses(db, survey))
    count(cell, base_weight, channel, -1)
  const { calibration, finalWeight } = weighed(everybody, survey)
  if (survey.design.sample !== 'mixed') return { respondents, calibration, finalWeight }
  const [ofDrawn, ofVolunteers] = [weighed(drawn, survey), weighed(volunteers, survey)]
  return {
    ...{ respondents, calibration },
    finalWeight: (cell, baseWeight, channel) =>
      (isDrawn(channel) ? ofDrawn : ofVolunteers).finalWeight(cell, baseWeight),
  }
}

/** How many have the same cell, channel and language. */
function alikeIn(responses: string, width: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (const response of responses.split('\n')) {
    const alike = response.slice(width)
    counts.set(alike, (counts.get(alike) ?? 0) + 1)
  }
  return counts
}

function weighed(tally: Tally, { design }: Published) {
  dropEmpty(tally)
  const calibration = calibrate(unitsOf(tally, design), design)
  const factors = new Map(
    sortedCells(tally.cells).map(({ cell, baseWeight }, unit) => [keyOf(cell, baseWeight), calibration.g[unit] ?? 0]),
  )
  const finalWeight = (cell: string, baseWeight: number) => baseWeight * (factors.get(keyOf(cell, baseWeight)) ?? 0)
  return { calibration, finalWeight }
}

/** No entry of a tally has 0 respondents. */
function dropEmpty({ cells }: Tally) {
  for (const [cell, weights] of cells) {
    for (const [weight, [respondents]] of weights) if (respondents === 0) weights.delete(weight)
    if (weights.size === 0) cells.delete(cell)
  }
}

const keyOf = (cell: string, baseWeight: number): string => `${cell} ${baseWeight}`
