import { sql } from 'kysely'
import pg from 'pg'
import type { Store } from './database.ts'

const channel = 'tiyan_notes'
const together = 50
const waking = new WeakSet<Store>()

/**
 * Tells the other servers that there are new notes (NOTIFY), some commits at a time. Outside of the commits, which would
 * wait for each other else; a call that is lost does no harm, since everybody looks every second.
 */
export function wakeOthers(db: Store): void {
  if (waking.has(db)) return
  waking.add(db)
  setTimeout(async () => {
    waking.delete(db)
    await sql`select pg_notify(${channel}, '')`.execute(db).catch(() => undefined)
  }, together).unref()
}

const again = 1000

/**
 * Calls when another server wakes (LISTEN), on a connection of its own, which is made anew when it is cut.
 * @param deaf told why, once for every time that the connection is lost or cannot be had
 */
export function listenForWaking(
  address: string,
  call: () => void,
  deaf: (error: unknown) => void,
): { stop: () => Promise<void> } {
  let stopped = false
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let told = false

  function tell(error: unknown) {
    if (!told && !stopped) deaf(error)
    told = true
  }
  async function listen() {
    const own = new pg.Client({ connectionString: address, application_name: 'tiyan listen', keepAlive: true })
    client = own
    own.on('notification', call)
    own.on('error', tell)
    own.once('end', retry)
    await own.connect()
    await own.query(`listen ${channel}`)
    told = false
    call()
  }
  function retry() {
    if (!stopped) timer = setTimeout(() => void begin(), again).unref()
  }
  async function begin() {
    try {
      await listen()
    } catch (error) {
      tell(error)
      await client?.end().catch(tell)
    }
  }
  void begin()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await client?.end().catch(() => undefined)
    },
  }
}
