import type { CompiledQuery } from 'kysely'
import type { Store } from './database.ts'

/**
 * A query that is put together once a database and then run with other parameters: putting it together would cost as
 * much as running it.
 */
export function compiledOnce(compile: (db: Store) => CompiledQuery): (db: Store) => CompiledQuery {
  const kept = new WeakMap<object, CompiledQuery>()
  return (db) => {
    const { adapter } = db.getExecutor()
    const known = kept.get(adapter) ?? compile(db)
    kept.set(adapter, known)
    return known
  }
}
