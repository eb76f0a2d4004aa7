import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import Database from 'better-sqlite3'
import { openStore } from '../../server/store/open.ts'
import { storeFile } from '../../server/store/sqlite.ts'

/**
 * The least that a durable intake can be: node:http, JSON.parse, answers in flight share a transaction and an fsync.
 * What Tiyan's intake is measured against. Nothing is checked, no quota is counted, no receipt is made, and what Tiyan
 * works out of the answers is constant here; but the row, its table and its indices are the same.
 * Arguments: an empty folder, the port.
 */
const [folder = '', port = '0'] = process.argv.slice(2)
await (await openStore(folder)).destroy()
const db = new Database(storeFile(folder))
db.pragma('synchronous = FULL')
db.pragma('foreign_keys = OFF')
db.pragma('wal_autocheckpoint = 4000')
db.pragma('cache_size = -65536')

const columns = {
  round_id: '2026-spring',
  survey_id: 'demo',
  id: '',
  answers: '',
  content_hash: '',
  codes: '544354435443544354435443544354435443',
  cell: 'hudong|female|30-44|local',
  base_weight: 1,
  channel: 'open',
  locale: 'zh-cn',
  outcome: 'counted',
  deciding_quota: null,
  receipt: '',
  received_at: '',
}
const names = Object.keys(columns)
const insert = db.prepare(`insert into response (${names.join()}) values (${names.map((name) => `@${name}`).join()})`)

interface Waiting {
  row: typeof columns
  done: () => void
}
let queue: Waiting[] = []

const commit = db.transaction((batch: Waiting[]) => {
  for (const { row } of batch) insert.run(row)
})

function flush() {
  const batch = queue
  queue = []
  commit(batch)
  for (const { done } of batch) done()
}

createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const { id, answers } = JSON.parse(Buffer.concat(chunks).toString())
    const text = JSON.stringify(answers)
    if (queue.length === 0) setImmediate(flush)
    queue.push({
      row: {
        ...columns,
        id,
        answers: text,
        content_hash: createHash('sha256').update(text).digest('base64url'),
        receipt: id.slice(0, 29),
        received_at: new Date().toISOString(),
      },
      done: () => {
        const body = JSON.stringify({ id, receipt: 'AAAA-BBBB-CCCC-DDDD' })
        response.writeHead(201, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
        response.end(body)
      },
    })
  })
}).listen(Number(port), '127.0.0.1')
