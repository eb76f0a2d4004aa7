import { derivedId } from '../../../server/services/collect/derivedId.ts'
import { madeUpResident } from '../../../surveys/demo/residents.ts'
import type { ServerProcess } from '../../process/server.ts'
import type { DatabaseServer } from '../../server/postgres/database.ts'
import { postRequest, runLoad } from '../client.ts'
import { startBareOnPostgres } from './bare.ts'
import { insertedByPgbench } from './pgbench.ts'
import { cpuSeconds, familySeconds } from './process.ts'
import { median } from './row.ts'

export const connections = 64
const perRun = Number(process.env.TIYAN_BENCH_REQUESTS ?? 12_000)
const rounds = 3
const pgbenchSeconds = 4

/** Medians of some rounds. */
export interface SideBySide {
  /** Microseconds of processor time an answer: of the database, and of all servers together. */
  ours: { perSecond: number; database: number; servers: number }
  /** Undefined where there is no pgbench. */
  theirs: { perSecond: number; database: number } | undefined
  /** Rate of as many servers that do the least. */
  bare: number
  /** Each as a part of pgbench's, round by round: the machine's speed may change from one to the next. */
  share: number
  bareShare: number
}

type Asked = Omit<Parameters<typeof insertedByPgbench>[0], 'seconds'>

/** Servers on a database, as many that do the least, and pgbench on the same one, turn by turn. */
export async function sideBySide(
  database: DatabaseServer,
  servers: ServerProcess[],
  asked: Asked,
): Promise<SideBySide> {
  const bare = await bareServers(asked)
  try {
    const load = loadOn(portsOf(servers))
    const bareLoad = loadOn(bare.map(({ port }) => port))
    await bareLoad()
    const own: SideBySide['ours'][] = []
    const other: { perSecond: number; database: number }[] = []
    const least: number[] = []
    for (let round = 0; round < rounds; round++) {
      const began = { database: await familySeconds(database.pid()), servers: await usedBy(servers) }
      const { perSecond, count } = await load()
      const micros = (from: number, to: number, of: number) => (1e6 * (to - from)) / of
      own.push({
        perSecond,
        database: micros(began.database, await familySeconds(database.pid()), count),
        servers: micros(began.servers, await usedBy(servers), count),
      })
      least.push((await bareLoad()).perSecond)
      const before = await familySeconds(database.pid())
      const inserted = await insertedByPgbench({ ...asked, seconds: pgbenchSeconds })
      if (inserted === undefined) continue
      const spent = micros(before, await familySeconds(database.pid()), inserted * pgbenchSeconds)
      other.push({ perSecond: inserted, database: spent })
    }
    const shareOf = (rates: number[]) =>
      median(other.map(({ perSecond }, round) => (rates[round] ?? Number.NaN) / perSecond))
    return {
      ours: medians(own),
      theirs: other.length > 0 ? medians(other) : undefined,
      bare: median(least),
      share: shareOf(own.map(({ perSecond }) => perSecond)),
      bareShare: shareOf(least),
    }
  } finally {
    for (const { stop } of bare) await stop()
  }
}

const bareServers = ({ address, row, clients }: Asked) =>
  Promise.all(Array.from({ length: clients }, () => startBareOnPostgres(address, row.round_id, row.survey_id)))

export const portsOf = (servers: ServerProcess[]): number[] => servers.map(({ url }) => Number(new URL(url).port))

const usedBy = async (servers: ServerProcess[]): Promise<number> =>
  (await Promise.all(servers.map(cpuSeconds))).reduce((sum, one) => sum + one, 0)

function medians<R extends Record<keyof R, number>>(rows: R[]): R {
  const [first] = rows
  const names = Object.keys(first ?? {}) as (keyof R)[]
  return Object.fromEntries(names.map((name) => [name, median(rows.map((row) => row[name]))])) as R
}

let number = 0

/** Bodies as the page sends them for the demo's made-up residents. */
function request(): Buffer {
  const { answers, locale } = madeUpResident(number % 5000)
  const body = JSON.stringify({ id: derivedId(`postgres ${number++}`), answers, locale })
  return postRequest('127.0.0.1', '/api/surveys/demo/responses', body)
}

/** Sends new answers to some servers at once, as fast as they take them; each time it is called. */
export function loadOn(ports: number[]): () => Promise<{ perSecond: number; count: number }> {
  return async () => {
    const prepared = Array.from({ length: perRun }, request)
    const began = performance.now()
    const figures = await Promise.all(ports.map((port) => runLoad({ port, connections, next: () => prepared.pop() })))
    const perSecond = (1000 * perRun) / (performance.now() - began)
    const others = figures.filter(({ statuses, requests }) => (statuses[201] ?? 0) !== requests)
    if (others.length > 0)
      throw new Error(`not all were taken: ${JSON.stringify(others.map(({ statuses }) => statuses))}`)
    return { perSecond, count: perRun }
  }
}
