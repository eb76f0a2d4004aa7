import { cellOf } from '../../../scoring/sampling/design.ts'
import { packedCounter } from '../../../scoring/sampling/tally/packedCounter.ts'
import { emptyTally, type Tally } from '../../../scoring/sampling/tally/tally.ts'
import { scoreGroups } from '../../../scoring/subjective/scoreGroups.ts'
import { scoreSurvey } from '../../../scoring/subjective/scoreSurvey.ts'
import { packCodes } from '../../../server/services/collect/pack.ts'
import { compileCheck } from '../../../surveys/answers/compile.ts'
import { cityQuestionnaire } from '../../../surveys/city/questionnaire.ts'
import { demoDesign } from '../../../surveys/demo/design.ts'
import { madeUpResident } from '../../../surveys/demo/residents.ts'
import { scoringKey } from '../../../surveys/key.ts'
import { removeFolder, startServerProcess } from '../../process/server.ts'
import { fillStore } from './million.ts'
import { memoryOf, signedInAt } from './process.ts'
import { perSecond, type Row, ratio, seconds, whole } from './row.ts'

const million = Number(process.env.TIYAN_BENCH_RESPONSES ?? 1_000_000)

/** A server on a store of a million responses: score, dimensions, items and groups; export; what others notice of it. */
export async function score(): Promise<Row[]> {
  const first = await startServerProcess()
  await first.stop()
  fillStore(first.folder, million)
  const server = await startServerProcess(first.folder)
  try {
    const ask = await signedInAt(server.url)
    const idle = await memoryOf(server.pid)
    const others = watchOthers(server.url)
    const fromStore = await timed(() => estimates(ask))
    const slowest = await others.stop()
    const scanned = await memoryOf(server.pid)
    const again = await timed(() => estimates(ask))

    const began = performance.now()
    const rows = await countRows(await ask('/api/surveys/demo/responses.csv'))
    const exporting = performance.now() - began
    const exported = await memoryOf(server.pid)
    return [
      {
        what: `Score of ${whole(million)} responses from the store, over HTTP: score, dimensions, items, groups`,
        measured: seconds(fromStore),
        against: '3 s',
        ratio: ratio(fromStore / 3000),
      },
      {
        what: 'Others meanwhile: the slowest of their requests',
        measured: seconds(slowest),
        against: '—',
      },
      {
        what: 'Memory of the server after it, at most',
        measured: `${whole(scanned.most / 1e6)} MB (${whole(idle.now / 1e6)} MB before)`,
        against: '300 MB',
        ratio: ratio(scanned.most / 300e6),
      },
      { what: 'The same again, over HTTP', measured: seconds(again), against: '—' },
      ...fromTally(),
      {
        what: 'Export: rows of responses.csv a second',
        measured: whole(perSecond(rows, exporting)),
        against: '50,000',
        ratio: ratio(perSecond(rows, exporting) / 50_000),
      },
      {
        what: 'Memory of the server after the export, at most',
        measured: `${whole(exported.most / 1e6)} MB`,
        against: '—',
      },
    ]
  } finally {
    await server.stop()
    await removeFolder(server.folder)
  }
}

async function estimates(ask: (path: string) => Promise<Response>): Promise<void> {
  for (const what of ['monitor', 'groups']) {
    const response = await ask(`/api/surveys/demo/${what}`)
    if (!response.ok) throw new Error(`${what}: ${response.status}`)
    await response.arrayBuffer()
  }
}

async function timed(run: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await run()
  return performance.now() - began
}

/** Asks for something small again and again; gives how long the slowest took. */
function watchOthers(url: string): { stop: () => Promise<number> } {
  let on = true
  let slowest = 0
  const asking = (async () => {
    while (on) {
      const began = performance.now()
      await (await fetch(`${url}/readyz`)).arrayBuffer()
      slowest = Math.max(slowest, performance.now() - began)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  })()
  return {
    stop: async () => {
      on = false
      await asking
      return slowest
    },
  }
}

async function countRows(response: Response): Promise<number> {
  let rows = 0
  const reader = response.body?.getReader()
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    for (const byte of piece.value) if (byte === 10) rows++
  }
  return rows - 1
}

/** From tallies in memory that count so many people, in turn, as a server does all the time: what it costs does not depend on them. */
function fromTally(): Row[] {
  const key = scoringKey(cityQuestionnaire)
  const tally = madeUpTally()
  const sizes = [100_000, 1_000_000, 10_000_000].map((people) => ({
    people,
    data: { tally: enlarged(tally, people), design: demoDesign, key },
    times: [] as number[],
  }))
  for (let turn = 0; turn < 15; turn++) {
    for (const { data, times } of sizes) {
      const began = performance.now()
      scoreSurvey({ ...data, kind: 'model' })
      scoreGroups(data, 'district')
      times.push(performance.now() - began)
    }
  }
  return sizes.map(({ people, times }) => {
    const took = times.toSorted((a, b) => a - b)[7] ?? Number.NaN
    return {
      what: `The same from a live tally of ${whole(people)} responses: score, dimensions, items, districts`,
      measured: `${seconds(took)} (the first time ${seconds(times[0] ?? Number.NaN)})`,
      against: '50 ms',
      ratio: ratio(took / 50),
    }
  })
}

const sample = 10_000

function madeUpTally(): Tally {
  const tally = emptyTally(scoringKey(cityQuestionnaire))
  const check = compileCheck(cityQuestionnaire)
  for (let number = 0; number < sample; number++) {
    const { answers } = madeUpResident(number)
    const counter = packedCounter(tally, cellOf(demoDesign, answers), 1)
    counter.add(Buffer.from(packCodes(check(answers).codes)), 0)
    counter.finish()
  }
  return tally
}

/** As if every person of the tally had come so many times. */
const enlarged = (tally: Tally, people: number): Tally => ({
  ...tally,
  cells: new Map(
    [...tally.cells].map(([cell, weights]) => [
      cell,
      new Map([...weights].map(([weight, counts]) => [weight, counts.map((count) => (count * people) / sample)])),
    ]),
  ),
})
