import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import Database from 'better-sqlite3'

/**
 * The least that a durable intake can be: node:http, JSON.parse, one row, answers in flight share a transaction and an fsync.
 * What Tiyan's intake is measured against. Arguments: the database file, the port.
 */
const [file = '', port = '0'] = process.argv.slice(2)
const db = new Database(file)
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.exec('create table response (survey text, id text, answers text, hash text, primary key (survey, id))')
const insert = db.prepare('insert into response values (?, ?, ?, ?)')

interface Waiting {
  row: [string, string, string, string]
  done: () => void
}
let queue: Waiting[] = []

const commit = db.transaction((batch: Waiting[]) => {
  for (const { row } of batch) insert.run(...row)
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
      row: ['demo', id, text, createHash('sha256').update(text).digest('hex')],
      done: () => {
        const body = JSON.stringify({ id, receipt: 'AAAA-BBBB-CCCC-DDDD' })
        response.writeHead(201, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
        response.end(body)
      },
    })
  })
}).listen(Number(port), '127.0.0.1')
