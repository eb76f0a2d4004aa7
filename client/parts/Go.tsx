import type { ReactNode } from 'react'
import { go } from '../console/route.ts'

/** A link to a page of the console, without loading it anew. */
export function Go({ to, className, children }: { to: string; className?: string; children: ReactNode }) {
  return (
    <a
      href={to}
      {...(className && { className })}
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
