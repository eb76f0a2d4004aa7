import type { ReactNode } from 'react'
import { go } from '../console/route.ts'

/** A link to a page of the console, without loading it anew. `current`: it leads to what is shown. */
export function Go({ to, current = false, children }: { to: string; current?: boolean; children: ReactNode }) {
  return (
    <a
      href={to}
      {...(current && { 'aria-current': 'page' as const })}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        go(to)
      }}
    >
      {children}
    </a>
  )
}
