import type { Context } from '../../context.ts'
import { onPostgres } from '../../store/postgres.ts'
import { listenForWaking } from '../../store/wake.ts'
import { lookAround } from './watched.ts'

const often = 1000

/** Keeps what this server counts up with the other servers' commits: when they wake it, and every second. */
export function keepUp(context: Context): { stop: () => Promise<void> } {
  if (!onPostgres(context.db)) return { stop: async () => undefined }
  let looking: Promise<void> | undefined
  const look = () => {
    looking ??= lookAround(context)
      .catch((error: unknown) => context.log.warn({ err: error }, 'the other servers were not heard'))
      .finally(() => {
        looking = undefined
      })
  }
  const timer = setInterval(look, often).unref()
  const listener = listenForWaking(context.config.store, look, (error) =>
    context.log.warn({ err: error }, 'other servers cannot wake this one; it looks every second'),
  )
  return {
    stop: async () => {
      clearInterval(timer)
      await listener.stop()
      await looking
    },
  }
}
