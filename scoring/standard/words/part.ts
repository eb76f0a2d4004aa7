import type { Formula, Kind } from '../formula.ts'
import { shown } from '../shown.ts'

export interface Part {
  kind: 'part'
  name: string
  of: Formula
}

/**
 * A part that the standard names by a letter; a trace gives it a line of its own.
 * @example sum(part('b1', points(a, 50)), part('b2', points(b, 50)))
 */
export const part = (name: string, of: Formula): Part => ({ kind: 'part', name, of })

export const Part: Kind<Part, [of: Formula]> = {
  parts: ({ of }) => [of],
  asks: () => [],
  value: (_, [of]) => of,
  inLetters: ({ name }) => name,
  inNumbers: (_, _parts, [of]) => shown(of),
  remark: () => null,
}
