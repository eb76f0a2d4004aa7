import type { DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely'

/** How long a query waits for another process that writes. */
const patience = 10_000
const pause = 20

/** Whether a query failed because another process was writing all the while. */
export const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')

/**
 * A dialect whose queries wait for other writers without holding up everything else that the process does:
 * SQLite's own way of waiting would.
 */
export function patient(dialect: Dialect): Dialect {
  return {
    createDriver: () => patientDriver(dialect.createDriver()),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  }
}

function patientDriver(driver: Driver): Driver {
  const connections = new WeakMap<DatabaseConnection, DatabaseConnection>()
  return {
    init: () => driver.init(),
    acquireConnection: async () => {
      const connection = await driver.acquireConnection()
      const known = connections.get(connection) ?? patientConnection(connection)
      connections.set(connection, known)
      return known
    },
    beginTransaction: (connection, settings) => driver.beginTransaction(connection, settings),
    commitTransaction: (connection) => driver.commitTransaction(connection),
    rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
    releaseConnection: (connection) => driver.releaseConnection(connection),
    destroy: () => driver.destroy(),
  }
}

const patientConnection = (connection: DatabaseConnection): DatabaseConnection => ({
  streamQuery: (query, size) => connection.streamQuery(query, size),
  // No promise of its own where nobody waits: this is what every query goes through.
  executeQuery: <Row>(query: Parameters<DatabaseConnection['executeQuery']>[0]) => {
    try {
      return connection.executeQuery<Row>(query)
    } catch (error) {
      if (isBusy(error)) return tryAgain<Row>(connection, query)
      throw error
    }
  },
})

async function tryAgain<Row>(
  connection: DatabaseConnection,
  query: Parameters<DatabaseConnection['executeQuery']>[0],
): Promise<QueryResult<Row>> {
  for (const until = performance.now() + patience; ; ) {
    await new Promise((resolve) => setTimeout(resolve, pause))
    try {
      return await connection.executeQuery<Row>(query)
    } catch (error) {
      if (!isBusy(error) || performance.now() > until) throw error
    }
  }
}
