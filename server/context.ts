import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { Config } from './config.ts'
import type { Tables } from './store/database.ts'

/** What every service works with: nothing global, so that tests bring their own clock and folder. */
export interface Context {
  config: Config
  db: Kysely<Tables>
  now: () => Date
  log: Logger
  /** A key derived from the store's secret, one for each purpose. */
  keyFor: (purpose: string) => Buffer
  /** Told of every change to what counts, after its commit. */
  changes: Changes
}

/** An accepted response as the tallies see it. */
export interface Counted {
  survey: string
  /** By which a scan that runs meanwhile tells whether it has seen it. */
  id: string
  cell: string
  baseWeight: number
  /** Packed, see ResponseTable. */
  codes: string
  channel: string
  locale: string
  receivedAt: string
}

export type Change =
  | { kind: 'added' | 'removed'; response: Counted }
  /** Something else that a monitor shows, e.g. a response over quota. */
  | { kind: 'other'; survey: string }

export interface Changes {
  tell: (change: Change) => void
  /** Gives back how to stop listening. */
  listen: (listener: (change: Change) => void) => () => void
}

export function createChanges(): Changes {
  const listeners = new Set<(change: Change) => void>()
  return {
    tell: (change) => {
      for (const listener of listeners) listener(change)
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
