import { schemes } from '../../../scoring/standard/schemes.ts'
import type { RoundExport } from '../../../server/shapes/roundExport.ts'
import { addInput } from '../../../server/store/inputs.ts'
import { addEvaluation, addRegion } from '../../../server/store/surveys.ts'
import { adminPassword, removeFolder, startServerProcess } from '../../process/server.ts'
import { madeUpFacts } from '../../scoring/objective/madeUpFacts.ts'
import { signedIn } from '../../server/core/person.ts'
import { startTown, type Town } from '../../server/core/town.ts'
import { type Row, ratio, seconds, whole } from './row.ts'

const regions = 340
const at = '2026-05-01T00:00:00.000Z'
const round = '/api/rounds/spring'
const files = ['csv', 'json', 'xlsx', 'docx', 'print', 'brief', 'evidence', 'public', 'full'] as const

/** All prefecture-level regions of a round over HTTP: every item from its facts, the survey score imported with its error. */
export async function wholeRound(): Promise<Row[]> {
  const town = await startTown({ environment: { TIYAN_ADMIN_PASSWORD: adminPassword } })
  await fill(town)
  await town.stop()
  const server = await startServerProcess(town.folder, { TIYAN_DEMO: '0' })
  try {
    const admin = await signedIn(server)
    const timed = async (path: string) => {
      const began = performance.now()
      const { status } = await admin.ask('GET', path)
      if (status !== 200) throw new Error(`${path} answered ${status}`)
      return performance.now() - began
    }
    const [first, again] = [await timed(`${round}/results`), await timed(`${round}/results`)]
    const ranked = await timed(`${round}/ranks?of=total`)
    const began = performance.now()
    const { body } = await admin.ask('POST', `${round}/exports`, { files })
    const { id } = body as never as RoundExport
    await finished(async () => ((await admin.ask('GET', `${round}/exports`)).body as never as RoundExport[])[0])
    const exported = performance.now() - began
    const { size } = await (
      await fetch(`${server.url}${round}/exports/${id}/all.zip`, { headers: { cookie: admin.cookie } })
    ).blob()
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
        what: `Round of ${regions} regions: ${files.length} files each in one archive of ${whole(size / 1e6)} MB`,
        measured: seconds(exported),
        against: `${seconds(exported / regions)} a region`,
      },
    ]
  } finally {
    await server.stop()
    await removeFolder(server.folder)
  }
}

/** The town's own survey has no answers: its region stays without, as it may happen. */
async function fill({ context: { db } }: Town) {
  for (let seed = 0; seed < regions; seed += 1) {
    const id = `R${String(seed).padStart(3, '0')}`
    const name = JSON.stringify({ zh: `第 ${seed} 市`, en: `City ${seed}` })
    const put = { evaluation_id: id, version: 1, put_by: 'admin', put_at: at }
    await addRegion(db, { code: id, name, scheme: 'city', rank: '地级市' })
    await addEvaluation(db, { id, round_id: 'spring', region_code: id, scheme: 'city', state: 'draft' })
    await addInput(db, { ...put, kind: 'facts', content: JSON.stringify(madeUpFacts(schemes.city, seed)) })
    const score = { score: 55 + (seed % 160) / 10, se: 0.4 + (seed % 40) / 100, kind: 'probability', row: null }
    await addInput(db, { ...put, kind: 'survey-score', content: JSON.stringify([score]) })
  }
}

async function finished(look: () => Promise<RoundExport | undefined>) {
  for (let state = 'running'; state === 'running'; state = (await look())?.state ?? 'gone') {
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  const end = await look()
  if (end?.state !== 'done') throw new Error(`the export ended as ${end?.state}`)
}
