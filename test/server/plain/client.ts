import { fieldNames } from '../../../client/resident/plain/state.ts'
import type { Town } from '../core/town.ts'

/** A browser without scripts, as far as forms go. */
export interface PlainBrowser {
  status: number
  html: string
  /** What the form sends besides what is filled in. */
  state: string
  /** Seconds, where it asks for them. */
  retryAfter?: number | undefined
}

const entities: Record<string, string> = { '&quot;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' }

async function shown(response: Response): Promise<PlainBrowser> {
  const html = await response.text()
  const [, state = ''] = new RegExp(`name="${fieldNames.state}" value="([^"]*)"`).exec(html) ?? []
  const unescaped = state.replace(/&(quot|#39|lt|gt|amp);/g, (entity) => entities[entity] ?? entity)
  const wait = response.headers.get('retry-after')
  return { status: response.status, html, state: unescaped, retryAfter: wait === null ? undefined : Number(wait) }
}

export const open = async ({ url }: Pick<Town, 'url'>, query = ''): Promise<PlainBrowser> =>
  shown(await fetch(`${url}/s/town/plain${query}`))

/** Fills the fields in and presses a button. */
export async function press(
  { url }: Pick<Town, 'url'>,
  { state }: PlainBrowser,
  fields: Record<string, string | string[]>,
  button = 'next',
  headers: Record<string, string> = {},
): Promise<PlainBrowser> {
  const body = new URLSearchParams({ [fieldNames.state]: state, [fieldNames.go]: button, lang: 'en' })
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) body.append(name, value)
  return shown(await fetch(`${url}/s/town/plain`, { method: 'POST', body, headers }))
}

export const receiptIn = ({ html }: PlainBrowser): string | undefined =>
  /<output id="receipt"[^>]*>([^<]+)</.exec(html)?.[1]
