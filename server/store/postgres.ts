import { Socket } from 'node:net'
import {
  CompiledQuery,
  type DatabaseConnection,
  type DataTypeNode,
  type Dialect,
  type Driver,
  PostgresAdapter,
  type PostgresCursor,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  PostgresQueryCompiler,
  type PostgresQueryResult,
} from 'kysely'
import pg from 'pg'
import type { Store } from './database.ts'
import { loseNote, noteOf } from './notes.ts'
import { preparedName } from './prepared.ts'
import { alone, takeBack } from './seatBlocks.ts'

/** Whether a store's address is a PostgreSQL server's, and not a data folder. */
export const isPostgresAddress = (address: string): boolean => /^postgres(ql)?:\/\//.test(address)

/** Whether a store is on PostgreSQL. */
export const onPostgres = (db: Store): boolean => db.getExecutor().adapter instanceof PostgresAdapter

/** What a connection is for: a server's or a command's own work, bringing the schema up to date, or only reading. */
type Purpose = 'work' | 'migrate' | 'read'

/**
 * PostgreSQL as Kysely takes it. All that differs from SQLite is here: what types come as, how text is compared, and
 * what a transaction begins with. Nothing is connected before the first query.
 */
export function postgresDialect(address: string, purpose: Purpose): Dialect {
  const dialect = new PostgresDialect({ pool: async () => lastOfMany(openPool(address, purpose)) })
  return {
    createDriver: () => driverFor(dialect.createDriver(), purpose),
    createQueryCompiler: () => new Compiler(),
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  }
}

/** Text is compared by its bytes, as SQLite does, whatever the database was made with. */
class Compiler extends PostgresQueryCompiler {
  protected override visitDataType(node: DataTypeNode): void {
    super.visitDataType(node)
    if (node.dataType === 'text') this.append(' collate "C"')
  }
}

const second = 1000
const noLimit = 0

/** Counts and sums come as text else. All that is counted here fits a double. */
const numbers = new Set<number>([pg.types.builtins.INT8, pg.types.builtins.NUMERIC])

const types: pg.CustomTypesConfig = {
  getTypeParser: (type, format) => (numbers.has(type) ? Number : pg.types.getTypeParser(type, format)),
}

/** How long a statement may take, and who does nothing may hold up others. */
const limitOf = (purpose: Purpose) => (purpose === 'work' ? 60 * second : noLimit)

/** A commit is on the disk before it is told. */
const settingsOf = (purpose: Purpose) => `set synchronous_commit = on;
  set standard_conforming_strings = on;
  set lock_timeout = ${purpose === 'work' ? 10 * second : noLimit};
  set statement_timeout = ${limitOf(purpose)};
  set idle_in_transaction_session_timeout = ${limitOf(purpose)}`

function openPool(address: string, purpose: Purpose): pg.Pool {
  const limit = limitOf(purpose)
  const pool = new pg.Pool({
    connectionString: address,
    application_name: `tiyan ${purpose}`,
    max: purpose === 'work' ? 20 : 2,
    connectionTimeoutMillis: 10 * second,
    keepAlive: true,
    stream: () => (limit > 0 ? impatientSocket(limit + 5 * second) : new Socket()),
    // Not with its first words, which pgbouncer refuses.
    onConnect: (client) => client.query(settingsOf(purpose)),
    types,
  })
  // A connection was cut. Whoever uses it hears so from the query; one that is idle is dropped by the pool.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => void client.on('error', () => undefined))
  return pool
}

/** Of several statements that are sent as one, Kysely gets what the last one gave. */
function lastOfMany(pool: pg.Pool): PostgresPool {
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    connect: async () => {
      const client = await pool.connect()
      const taken = known.get(client) ?? lastResult(client)
      known.set(client, taken)
      return taken
    },
    end: () => pool.end(),
  }
}

function lastResult(client: pg.PoolClient): PostgresPoolClient {
  function query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  function query<R>(asked: string | PostgresCursor<R>, parameters: readonly unknown[] = []): unknown {
    if (typeof asked !== 'string') throw new Error('nothing here reads by cursors')
    return lastOf<R>(client.query({ name: preparedName(asked), text: asked, values: [...parameters] }))
  }
  return { query, release: (destroy) => client.release(destroy) }
}

async function lastOf<R>(asked: Promise<unknown>): Promise<PostgresQueryResult<R>> {
  const results = await asked
  return (Array.isArray(results) ? results.at(-1) : results) as PostgresQueryResult<R>
}

/** A network that swallows everything is noticed: the server itself would have ended the query by then. */
function impatientSocket(milliseconds: number): Socket {
  const socket = new Socket()
  return socket.setTimeout(milliseconds, () => socket.destroy(new Error('the database does not answer')))
}

function driverFor(driver: Driver, purpose: Purpose): Driver {
  const connections = new WeakMap<DatabaseConnection, DatabaseConnection>()
  return {
    init: () => driver.init(),
    acquireConnection: async () => {
      const connection = await driver.acquireConnection()
      const known = connections.get(connection) ?? watched(connection)
      connections.set(connection, known)
      inner.set(known, connection)
      return known
    },
    beginTransaction: (connection) => begin(connection, purpose),
    commitTransaction: async (connection) => {
      try {
        if (changed.delete(connection)) await connection.executeQuery(noteOf(null))
        await driver.commitTransaction(connection)
      } catch (error) {
        loseNote()
        throw error
      }
    },
    rollbackTransaction: (connection) => {
      changed.delete(connection)
      return driver.rollbackTransaction(connection)
    },
    releaseConnection: (connection) => driver.releaseConnection(inner.get(connection) ?? connection),
    destroy: () => driver.destroy(),
  }
}

/** The driver's own connection behind one that it lent. */
const inner = new WeakMap<DatabaseConnection, DatabaseConnection>()

const beginnings: Record<Purpose, string> = {
  read: 'begin isolation level repeatable read, read only',
  // The tables of lent seats may not be there yet.
  migrate: `begin; ${alone}`,
  work: `begin; ${alone}; ${takeBack}; set local enable_seqscan = off`,
}

/**
 * Who reads sees one moment. Who writes waits for whoever writes already, and first takes back all seats that are lent:
 * as on SQLite one transaction follows another, and what it reads stays true until its commit, on any number of servers.
 * Foreign keys keep the plans that they get here, while tables are small: by indices, since these will not stay small.
 * Only plain answers are stored beside each other (storePlain.ts).
 */
async function begin(connection: DatabaseConnection, purpose: Purpose): Promise<void> {
  try {
    await connection.executeQuery(CompiledQuery.raw(beginnings[purpose]))
  } catch (error) {
    // Else it would go back to the pool in the middle of a transaction; one that is cut needs no end.
    await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined)
    throw error
  }
}

/** Those whose transaction has changed responses and has not said how. */
const changed = new WeakSet<DatabaseConnection>()
const noting = /^insert into "commit_note"/
const changing = /^(insert into|update|delete from) "(response|response_mark)"/

function watched(connection: DatabaseConnection): DatabaseConnection {
  const lent: DatabaseConnection = {
    streamQuery: (query, size) => connection.streamQuery(query, size),
    executeQuery: (query) => {
      if (changing.test(query.sql)) changed.add(lent)
      else if (noting.test(query.sql)) changed.delete(lent)
      return connection.executeQuery(query.parameters.some(hasNul) ? showingNul(query) : query)
    },
  }
  return lent
}

/** PostgreSQL's text has no NUL, which nobody types: it is shown as what cannot be shown. */
const showingNul = (query: CompiledQuery): CompiledQuery => ({
  ...query,
  parameters: query.parameters.map(withoutNul),
})

const hasNul = (value: unknown): boolean => typeof value === 'string' && value.includes('\0')

const withoutNul = (value: unknown): unknown => (typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value)
