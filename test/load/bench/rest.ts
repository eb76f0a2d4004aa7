import { rankRegions } from '../../../scoring/sampling/ranks/rankRegions.ts'
import { removeFolder, startServerProcess } from '../../process/server.ts'
import { measureFirstQuestion } from '../firstQuestion.ts'
import { scoreManyRegions } from '../manyRegions.ts'
import { type Row, ratio, seconds, whole } from './row.ts'

const regions = 340

/** Objective scores of all prefecture-level regions from one file of facts. */
export async function manyRegions(): Promise<Row[]> {
  // Code that has not run yet is slow: a server that scores a round has scored regions before.
  const first = await scoreManyRegions(regions)
  const { facts, complete, reading, computing } = await scoreManyRegions(regions)
  return [
    {
      what: `${regions} regions from one CSV of ${whole(facts)} facts: read`,
      measured: `${seconds(reading)} (the first time ${seconds(first.reading)})`,
      against: '—',
    },
    {
      what: `${regions} regions: checked and scored (${complete} complete)`,
      measured: `${seconds(computing)} (the first time ${seconds(first.computing)})`,
      against: '—',
    },
  ]
}

/** Confidence sets for the ranks of all of them. */
export async function ranks(): Promise<Row[]> {
  const scored = Array.from({ length: regions }, (_, at) => ({
    code: `R${at}`,
    score: 60 + ((at * 7919) % 1600) / 100,
    se: 0.4 + ((at * 31) % 40) / 100,
  }))
  const began = performance.now()
  rankRegions(scored)
  return [
    {
      what: `Ranks of ${regions} regions with marginal and simultaneous sets`,
      measured: seconds(performance.now() - began),
      against: '—',
    },
  ]
}

/** What a resident on an old phone and a poor line waits for, in real Chromium. */
export async function page(): Promise<Row[]> {
  const server = await startServerProcess()
  try {
    const { first, handMade, ready, bytes, shift, offline, handMadeOffline } = await measureFirstQuestion(
      `${server.url}/s/demo`,
    )
    return [
      {
        what: 'Page: first question can be seen (1.6 Mbit/s, 150 ms, processor ÷ 4)',
        measured: seconds(first.visible),
        against: `${seconds(handMade.visible)} by a hand-made form`,
        ratio: ratio(first.visible / handMade.visible),
      },
      {
        what: 'Page: a tap on it is answered',
        measured: seconds(first.answered),
        against: `${seconds(handMade.answered)} by the hand-made form`,
        ratio: ratio(first.answered / handMade.answered),
      },
      { what: 'Page: SurveyJS has taken over', measured: seconds(ready), against: '—' },
      { what: 'Page: bytes until then', measured: `${whole(bytes / 1000)} kB`, against: '—' },
      { what: 'Page: layout shift until then and on a later visit, at most', measured: shift.toFixed(3), against: '—' },
      {
        what: 'Page: first question of a later visit, offline',
        measured: seconds(offline.visible),
        against: `${seconds(handMadeOffline.visible)} by the hand-made form`,
        ratio: ratio(offline.visible / handMadeOffline.visible),
      },
      {
        what: 'Page: a tap on it is answered',
        measured: seconds(offline.answered),
        against: `${seconds(handMadeOffline.answered)} by the hand-made form`,
        ratio: ratio(offline.answered / handMadeOffline.answered),
      },
    ]
  } finally {
    await server.stop()
    await removeFolder(server.folder)
  }
}
