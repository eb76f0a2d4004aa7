import { isBusy } from './patience.ts'

/** The system's refusals, and how `pg` says that a connection has gone: without a code. */
const system = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND'])
const words =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|timeout expired|the database does not answer)/

/**
 * SQLSTATE: connection lost; serialisation failure and deadlock; out of resources; lock or statement took too long;
 * the server stops, starts, or takes no writes for now.
 */
const states = /^(08...|40001|40P01|53...|55P03|57014|57P0[1-5]|25006)$/

/** SQLite: no room on the disk, or the disk would not. */
const refused = /^SQLITE_(FULL|IOERR)/

/** Whether the database could not do it now, and may well a moment later: nothing is wrong with what was asked. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return isBusy(error) || refused.test(code) || system.has(code) || states.test(code) || words.test(error.message)
}

/** Whether another server wrote the same at the same moment: who tries again sees it. */
export const isDoubled = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505'
