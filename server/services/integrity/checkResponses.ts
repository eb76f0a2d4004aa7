import type { Text } from '../../../scoring/text.ts'
import type { MarkKind, ResponseTable, Store } from '../../store/database.ts'
import { newestMarks, quotasOf } from '../../store/fieldwork.ts'
import { heldByCell } from '../../store/places.ts'
import { responsesAfter } from '../../store/responses.ts'
import type { SeatChange } from '../../store/seats.ts'
import { tracesOf } from '../../store/traces.ts'
import { cellWith } from '../channels/cell.ts'
import { hashOfText } from '../collect/content.ts'
import { packCodes } from '../collect/pack.ts'
import { type Receipts, receiptsWith } from '../collect/receipt.ts'
import type { Published } from '../published.ts'
import { isStripped } from '../records/retention.ts'

const page = 1000

/** Every response of a survey against what its answers say, and the quotas against the responses. */
export async function checkResponses(db: Store, survey: Published, receiptKey: Buffer) {
  const receipts = receiptsWith(receiptKey)
  const stripped = await isStripped({ db }, survey.id)
  const marks = await newestMarks(db, survey)
  const taken = new Map<string, number>()
  const held = new Map<string, number>()
  const problems: Text[] = []
  let responses = 0

  for (let rows = await responsesAfter(db, survey, '', page); rows.length > 0; ) {
    const ids = rows.map(({ id }) => id)
    const traces = await tracesOf(db, survey, ids)
    for (const row of rows) {
      responses++
      const mark = marks.get(row.id)
      const found = wrongIn(row, { mark, stratum: traces.get(row.id)?.stratum ?? '', stripped }, survey, receipts)
      problems.push(...found.map((what) => about(survey.id, row.id, what)))
      if (row.outcome !== 'counted' || mark === 'excluded' || mark === 'withdrawn') continue
      for (const { id } of survey.quotasFor(row.cell, row.channel)) taken.set(id, (taken.get(id) ?? 0) + 1)
    }
    rows = await responsesAfter(db, survey, rows.at(-1)?.id ?? '', page)
  }
  for (const { cell, channel, places } of await heldByCell(db, survey)) {
    for (const { id } of survey.quotasFor(cell, channel)) held.set(id, (held.get(id) ?? 0) + places)
  }
  for (const quota of await quotasOf(db, survey)) {
    problems.push(...wrongSeats(survey, quota, { taken: taken.get(quota.id) ?? 0, held: held.get(quota.id) ?? 0 }))
  }
  return { responses, problems }
}

function wrongSeats(
  { id: survey }: Published,
  { id, ...quota }: { id: string } & SeatChange,
  found: SeatChange,
): Text[] {
  const wrong: Text[] = []
  if (quota.taken !== found.taken) {
    wrong.push({
      zh: `调查 ${survey}，配额 ${id}：记为 ${quota.taken}，答卷有 ${found.taken}`,
      en: `survey ${survey}, quota ${id}: it says ${quota.taken}, the responses are ${found.taken}`,
    })
  }
  if (quota.held !== found.held) {
    wrong.push({
      zh: `调查 ${survey}，配额 ${id}：记有 ${quota.held} 个保留名额，实有 ${found.held}`,
      en: `survey ${survey}, quota ${id}: it says ${quota.held} held seats, the places are ${found.held}`,
    })
  }
  return wrong
}

const about = (survey: string, response: string, what: Text): Text => ({
  zh: `调查 ${survey}，答卷 ${response}：${what.zh}`,
  en: `survey ${survey}, response ${response}: ${what.en}`,
})

interface Beside {
  mark: MarkKind | undefined
  stratum: string
  /** Whether the survey’s identifiers are gone, receipts with them. */
  stripped: boolean
}

function wrongIn(
  row: ResponseTable,
  { mark, stratum, stripped }: Beside,
  survey: Published,
  receipts: Receipts,
): Text[] {
  const wrong: Text[] = []
  const must = (holds: boolean, zh: string, en: string) => {
    if (!holds) wrong.push({ zh, en })
  }
  const receipt = stripped ? '' : receipts(survey.id, row.id)
  must(row.receipt === receipt, '回执与签名密钥不符', 'the receipt is not its own')
  must((row.answers === null) === (mark === 'withdrawn'), '答案与撤回记录不符', 'answers and withdrawal do not agree')
  if (row.answers === null) return wrong
  const answers = JSON.parse(row.answers)
  const { codes } = survey.check(answers)
  must(row.content_hash === hashOfText(row.answers), '内容与哈希不符', 'the answers are not what their hash says')
  must(row.codes === packCodes(codes), '题目代码与答案不符', 'the codes are not those of the answers')
  must(row.cell === cellWith(survey.design, answers, stratum), '单元与答案不符', 'the cell is not that of the answers')
  return wrong
}
