import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { ResponseTable } from '../../../server/store/database.ts'

/** PostgreSQL's own load generator: on the path, or of Debian's package. */
function findPgbench(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const installed = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, 'bin')) : []
  return ['', ...installed]
    .map((folder) => join(folder, 'pgbench'))
    .find((program) => spawnSync(program, ['--version']).status === 0)
}

interface Wanted {
  /** Of a store whose schema is there. */
  address: string
  /** What each of the rows is but for its id. */
  row: ResponseTable
  /** Rows a statement, each statement a transaction. */
  batch: number
  clients: number
  seconds: number
}

/** Rows a second that pgbench inserts into the store's table; undefined where there is no pgbench. */
export async function insertedByPgbench({
  address,
  row,
  batch,
  clients,
  seconds,
}: Wanted): Promise<number | undefined> {
  const program = findPgbench()
  if (program === undefined) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'tiyan-pgbench-'))
  const script = join(folder, 'insert.sql')
  await writeFile(script, `${insertOf(row, batch)};\n`)
  const asked = ['-n', '-c', clients, '-j', clients, '-T', seconds, '-f', script, address].map(String)
  const child = spawn(program, asked, { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (text) => {
    output += text
  })
  await once(child, 'close')
  await rm(folder, { recursive: true })
  const transactions = Number(/^tps = ([\d.]+)/m.exec(output)?.[1])
  if (Number.isNaN(transactions)) throw new Error(`pgbench: ${output}`)
  return transactions * batch
}

/** With another id and receipt for each row, as answers have: both are in indices. */
const random: Partial<Record<keyof ResponseTable, string>> = {
  id: 'gen_random_uuid()',
  receipt: 'upper(substr(gen_random_uuid()::text, 1, 29))',
}

/** Literals as they are: what pgbench would take for one of its variables it leaves alone where there is none. */
function insertOf(row: ResponseTable, batch: number): string {
  const columns = Object.keys(row) as (keyof ResponseTable)[]
  const literal = (value: unknown) => (typeof value === 'string' ? pg.escapeLiteral(value) : String(value))
  const values = `(${columns.map((column) => random[column] ?? literal(row[column])).join()})`
  return `insert into response (${columns.join()}) values ${new Array(batch).fill(values).join()}`
}
