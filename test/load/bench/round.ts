import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { schemes } from '../../../scoring/standard/schemes.ts'
import { type RoundExport, roundExportFiles } from '../../../server/shapes/roundExport.ts'
import { adminPassword, removeFolder, startServerProcess } from '../../process/server.ts'
import { madeUpFacts } from '../../scoring/objective/madeUpFacts.ts'
import { type Row, ratio, seconds, whole } from './row.ts'

const regions = 340
const at = '2026-05-01T00:00:00.000Z'
const round = '/api/rounds/demo'

/**
 * All prefecture-level regions of a round over HTTP: every item from its facts, the survey score imported with its error;
 * the demo's regions among them, with surveys of their own.
 */
export async function wholeRound(): Promise<Row[]> {
  const empty = await startServerProcess()
  await empty.stop()
  fill(empty.folder)
  const server = await startServerProcess(empty.folder)
  try {
    const ask = await signedInAt(server.url)
    const timed = async (path: string) => {
      const began = performance.now()
      const answer = await ask('GET', path)
      await answer.arrayBuffer()
      return performance.now() - began
    }
    const [first, again] = [await timed(`${round}/results`), await timed(`${round}/results`)]
    const ranked = await timed(`${round}/ranks?of=total`)
    const began = performance.now()
    const { id }: RoundExport = await (await ask('POST', `${round}/exports`, { files: roundExportFiles })).json()
    await finished(async () => (await ask('GET', `${round}/exports`)).json())
    const exported = performance.now() - began
    const { size } = await (await ask('GET', `${round}/exports/${id}/all.zip`)).blob()
    return [
      {
        what: `Round of ${regions} regions: scored, over HTTP`,
        measured: seconds(first),
        against: `${seconds(again)} with nothing changed since`,
        ratio: ratio(again / first),
      },
      {
        what: `Round of ${regions} regions: ranked with confidence sets, over HTTP`,
        measured: seconds(ranked),
        against: '—',
      },
      {
        what: `Round of ${regions} regions: ${roundExportFiles.length} files each, in one archive of ${whole(size / 1e6)} MB`,
        measured: seconds(exported),
        against: `${seconds(exported / regions)} a region`,
      },
    ]
  } finally {
    await server.stop()
    await removeFolder(server.folder)
  }
}

function fill(folder: string) {
  const database = new SQLite(join(folder, 'tiyan.sqlite'))
  const { count } = database.prepare<[], { count: number }>('select count(*) as count from evaluation').get() ?? {
    count: 0,
  }
  const region = database.prepare('insert into region (code, name, scheme, rank) values (?, ?, ?, ?)')
  const evaluation = database.prepare(
    'insert into evaluation (id, round_id, region_code, scheme, state) values (?, ?, ?, ?, ?)',
  )
  const input = database.prepare(
    'insert into input_version (evaluation_id, kind, version, content, put_by, put_at) values (?, ?, 1, ?, ?, ?)',
  )
  database.transaction(() => {
    for (let seed = count; seed < regions; seed += 1) {
      const id = `R${seed}`
      const score = { score: 55 + (seed % 160) / 10, se: 0.4 + (seed % 40) / 100, kind: 'probability', row: null }
      region.run(id, JSON.stringify({ zh: `第 ${seed} 市`, en: `City ${seed}` }), 'city', '地级市')
      evaluation.run(id, 'demo', id, 'city', 'draft')
      input.run(id, 'facts', JSON.stringify(madeUpFacts(schemes.city, seed)), 'admin', at)
      input.run(id, 'survey-score', JSON.stringify([score]), 'admin', at)
    }
  })()
  database.close()
}

/** Asks as the first account. @throws {Error} where the answer is not a good one */
async function signedInAt(url: string) {
  const json = { 'content-type': 'application/json' }
  const session = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ username: 'admin', password: adminPassword }),
  })
  const cookie = (session.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const { csrf } = await session.json()
  return async (method: 'GET' | 'POST', path: string, body?: object) => {
    const headers = { cookie, 'x-csrf-token': csrf, ...(body && json) }
    const answer = await fetch(`${url}${path}`, { method, headers, body: body ? JSON.stringify(body) : null })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return answer
  }
}

async function finished(look: () => Promise<RoundExport[]>) {
  let [job] = await look()
  while (job?.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 200))
    ;[job] = await look()
  }
  if (job?.state !== 'done') throw new Error(`the export ended as ${job?.state}`)
}
