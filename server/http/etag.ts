import type { Request } from 'express'

/** The entity tag of a version; of what was never put in there is none. */
export const versionTag = (version: number): string => `"${version}"`

type Expectation = (version: number | null) => boolean

/** What `If-Match` and `If-None-Match` ask of the version that is to be replaced (RFC 9110); without them any will do. */
export function expectedVersion(request: Pick<Request, 'get'>): Expectation {
  const match = request.get('if-match')
  const noneMatch = request.get('if-none-match')
  return (version) =>
    (match === undefined || holds(match, version)) && (noneMatch === undefined || !holds(noneMatch, version))
}

function holds(header: string, version: number | null): boolean {
  if (version === null) return false
  const tags = header.split(',').map((tag) => tag.trim())
  return tags.includes('*') || tags.includes(versionTag(version))
}
