import { addressOf, shown } from './display.ts'

/** What the address carried: an invitation, or a host app's word for the person. */
export interface Codes {
  invitation?: string
  signed?: { p: string; e: string; h: string }
}

/** Reads the codes and takes them out of the address, so that nobody passes them on with it. They stay in memory alone. */
export function takeCodes(): Codes {
  const query = new URLSearchParams(location.search)
  const [i, p, e, h] = ['i', 'p', 'e', 'h'].map((name) => query.get(name))
  if (i || p || e || h) history.replaceState(history.state, '', addressOf(shown))
  return { ...(i && { invitation: i }), ...(p && e && h && { signed: { p, e, h } }) }
}
