import { derivedId } from '../../../server/services/collect/derivedId.ts'
import { madeUpResident } from '../../../surveys/demo/residents.ts'
import { removeFolder, startServerProcess } from '../../process/server.ts'
import { postRequest, runLoad } from '../client.ts'
import { memoryOf } from './process.ts'
import { median, type Row, whole } from './row.ts'

const connections = 64
const atOnce = 25_000
const warm = 100_000
const all = 500_000
/** What a process holds goes up and down with what it has not cleaned up yet. */
const looks = 5

/** Memory of the server around the first two hundred thousand responses, and around half a million. */
export async function intakeMemory(): Promise<Row[]> {
  const tiyan = await startServerProcess()
  try {
    const port = Number(new URL(tiyan.url).port)
    const held: number[] = []
    for (let sent = 0; sent < all; sent += atOnce) {
      let number = sent
      const until = sent + atOnce
      const { statuses } = await runLoad({
        port,
        connections,
        next: () =>
          number < until ? postRequest('127.0.0.1', '/api/surveys/demo/responses', bodyOf(number++)) : undefined,
      })
      if (statuses[201] !== atOnce) throw new Error(`not all were taken: ${JSON.stringify(statuses)}`)
      if (until >= warm) held.push((await memoryOf(tiyan.pid)).now)
    }
    const { most } = await memoryOf(tiyan.pid)
    return [
      {
        what: `Intake: memory of the server while it comes to ${all} responses, beside after ${warm}, medians of ${looks} looks`,
        measured: `${megabytes(median(held.slice(-looks)))} (at most ${megabytes(most)})`,
        against: megabytes(median(held.slice(0, looks))),
      },
    ]
  } finally {
    await tiyan.stop()
    await removeFolder(tiyan.folder)
  }
}

const megabytes = (bytes = Number.NaN): string => `${whole(bytes / 1e6)} MB`

const bodyOf = (number: number): string => {
  const { answers, locale } = madeUpResident(number % 5000)
  return JSON.stringify({ id: derivedId(`memory ${number}`), answers, locale })
}
