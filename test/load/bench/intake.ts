import { derivedId } from '../../../server/services/collect/derivedId.ts'
import { madeUpResident } from '../../../surveys/demo/residents.ts'
import { removeFolder, startServerProcess } from '../../process/server.ts'
import { type LoadFigures, postRequest, runLoad } from '../client.ts'
import { startBareServer } from './bare.ts'
import { cpuSeconds, memoryOf } from './process.ts'
import { median, type Row, ratio, seconds, whole } from './row.ts'

const connections = 64
const perRun = 5000
const rounds = 15

/** Bodies as the page sends them for the demo's made-up residents. */
const bodyOf = (number: number): string => {
  const { answers, locale } = madeUpResident(number % 5000)
  return JSON.stringify({ id: derivedId(`bench ${number}`), answers, locale })
}

/**
 * Durable responses a second over HTTP, against the least that could take them in, turn by turn in one run. Each round
 * has a ratio of its own, since the machine's speed may change from one to the next.
 */
export async function intake(): Promise<Row[]> {
  const bare = await startBareServer()
  const tiyan = await startServerProcess()
  try {
    const port = Number(new URL(tiyan.url).port)
    let number = 0
    const requests = (count: number) =>
      Array.from({ length: count }, () => postRequest('127.0.0.1', '/api/surveys/demo/responses', bodyOf(number++)))
    const send = (to: number, prepared: Buffer[], rate?: number) => {
      let at = 0
      return runLoad({ port: to, connections, next: () => prepared[at++], ...(rate !== undefined && { rate }) })
    }

    // What follows is run by code that has been compiled.
    for (const to of [bare.port, port]) await send(to, requests(3 * perRun))
    const theirs: LoadFigures[] = []
    const ours: LoadFigures[] = []
    const again: LoadFigures[] = []
    let cpu = 0
    for (let round = 0; round < rounds; round++) {
      const prepared = requests(perRun)
      theirs.push(await send(bare.port, prepared))
      const before = await cpuSeconds(tiyan)
      ours.push(await send(port, prepared))
      cpu += (await cpuSeconds(tiyan)) - before
      again.push(await send(port, prepared))
    }
    const rate = medianRate(ours)
    const calm = await send(port, requests(perRun), 0.8 * rate)
    const memory = await memoryOf(tiyan.pid)
    const refused = ours.reduce((sum, { statuses, requests }) => sum + requests - (statuses[201] ?? 0), 0)
    return [
      {
        what: `Intake: durable responses a second, ${connections} connections${refused > 0 ? ` (${refused} were not taken)` : ''}`,
        measured: whole(rate),
        against: `${whole(medianRate(theirs))} by a bare node:http server that group-commits the same row; median of ${rounds} rounds`,
        ratio: ratio(median(ours.map(({ perSecond }, at) => perSecond / (theirs[at]?.perSecond ?? Number.NaN)))),
      },
      {
        what: 'Intake: against its own rate for the same POST checked and found stored already',
        measured: whole(rate),
        against: whole(medianRate(again)),
        ratio: ratio(rate / medianRate(again)),
      },
      {
        what: 'Intake: processor time of the server an answer',
        measured: `${whole((1e6 * cpu) / (rounds * perRun))} µs`,
        against: '—',
      },
      {
        what: 'Intake: 99 of 100 answered within, at 80 % of that rate',
        measured: seconds(calm.p99),
        against: '100 ms',
        ratio: ratio(calm.p99 / 100),
      },
      { what: 'Intake: memory of the server, at most', measured: `${whole(memory.most / 1e6)} MB`, against: '—' },
    ]
  } finally {
    await bare.stop()
    await tiyan.stop()
    await removeFolder(tiyan.folder)
  }
}

const medianRate = (runs: LoadFigures[]): number => median(runs.map(({ perSecond }) => perSecond))
