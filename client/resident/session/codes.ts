import { addressOf, shown } from './display.ts'

/** What the address carried: an invitation, or a host app's word for the person. */
export interface Codes {
  invitation?: string
  signed?: { p: string; e: string; h: string }
}

/**
 * Reads the codes and takes them out of the address, so that nobody passes them on with it. As the address did, the tab's
 * history keeps them for a reload of this page.
 */
export function takeCodes(): Codes {
  const query = new URLSearchParams(location.search)
  const [i, p, e, h] = ['i', 'p', 'e', 'h'].map((name) => query.get(name))
  if (!(i || p || e || h)) return history.state?.codes ?? {}
  const codes: Codes = { ...(i && { invitation: i }), ...(p && e && h && { signed: { p, e, h } }) }
  history.replaceState({ ...history.state, codes }, '', addressOf(shown))
  return codes
}
