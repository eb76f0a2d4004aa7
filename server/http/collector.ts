import type { Context } from '../context.ts'
import { type Collector, createCollector } from '../services/collect/collect.ts'

const collectors = new WeakMap<Context['changes'], Collector>()

/** The one through which a server takes in everything. */
export function collectorOf(context: Context): Collector {
  const known = collectors.get(context.changes) ?? createCollector(context)
  collectors.set(context.changes, known)
  return known
}
