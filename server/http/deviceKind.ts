import type { Request } from 'express'
import type { DeviceKind } from '../shapes/watching.ts'

/**
 * The coarse kind of device that asks for a page with scripts: by the hints that browsers send to everybody, else by the words
 * with which they call themselves. One of three words is all that is read; nothing is asked of the browser for it.
 */
export function deviceKind(request: Pick<Request, 'get'>): Exclude<DeviceKind, 'plain'> {
  const mobile = request.get('sec-ch-ua-mobile')
  const platform = request.get('sec-ch-ua-platform')
  if (mobile === '?1') return 'phone'
  if (mobile === '?0') return platform === '"Android"' ? 'tablet' : 'desktop'
  const named = request.get('user-agent') ?? ''
  if (/iPad|Tablet|Android(?!.*Mobile)/.test(named)) return 'tablet'
  return /Mobile|iPhone/.test(named) ? 'phone' : 'desktop'
}
