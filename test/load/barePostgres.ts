import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import pg from 'pg'

/**
 * The same as bareServer.ts on PostgreSQL: node:http, JSON.parse, answers in flight share a statement and a commit.
 * Nothing is checked and no quota is counted. What no server on node:http can be faster than.
 * Arguments: the address of a store whose schema is there, the port, a round, a survey.
 */
const [address, port = '0', round = '', survey = ''] = process.argv.slice(2)
const client = new pg.Client(address)
await client.connect()

const same = {
  round_id: round,
  survey_id: survey,
  codes: '544354435443544354435443544354435443',
  cell: 'hudong|female|30-44|local',
  base_weight: '1',
  channel: 'open',
  locale: 'zh-cn',
  outcome: 'counted',
}
const own = ['id', 'answers', 'content_hash', 'receipt', 'received_at'] as const
const columns = [...Object.keys(same), ...own]
const text = `insert into response (${columns.join()})
  select ${Object.values(same).map((value) => pg.escapeLiteral(value))}, own.*
  from unnest(${own.map((_, at) => `$${at + 1}::text[]`).join()}) as own`

interface Waiting {
  row: Record<(typeof own)[number], string>
  done: () => void
}
let queue: Waiting[] = []
let underWay = false

async function flush() {
  if (underWay || queue.length === 0) return
  underWay = true
  const batch = queue
  queue = []
  await client.query({ name: 'insert', text, values: own.map((name) => batch.map(({ row }) => row[name])) })
  for (const { done } of batch) done()
  underWay = false
  setImmediate(flush)
}

createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const { id, answers } = JSON.parse(Buffer.concat(chunks).toString())
    const written = JSON.stringify(answers)
    if (queue.length === 0) setImmediate(flush)
    queue.push({
      row: {
        id,
        answers: written,
        content_hash: createHash('sha256').update(written).digest('base64url'),
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
