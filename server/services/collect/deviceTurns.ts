/** Does work for somebody; what is done for the same one waits for what came before. */
export type Turns = <R>(who: string, work: () => Promise<R>) => Promise<R>

/**
 * What comes from one device is taken in one after the other: whether it has sent something before is seen in the
 * store, where the first has to be by then. Nobody else waits.
 */
export function createDeviceTurns(): Turns {
  const last = new Map<string, Promise<unknown>>()
  return async (who, work) => {
    const before = last.get(who)
    const own = before ? before.then(work, work) : work()
    last.set(who, own)
    try {
      return await own
    } finally {
      if (last.get(who) === own) last.delete(who)
    }
  }
}
