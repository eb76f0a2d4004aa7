import type { ReactNode } from 'react'
import { Go } from './Go.tsx'

interface Subpage {
  /** Last part of its address. */
  key: string
  name: string
  content: ReactNode
}

/** The parts of a page, each with an address of its own; the first one has the page's. Headings within stand below its name. */
export function Subpages({
  label,
  path,
  shown,
  pages,
}: {
  label: string
  path: string
  shown: string | undefined
  pages: Subpage[]
}) {
  const current = pages.find(({ key }) => key === shown) ?? pages[0]
  return (
    <>
      <nav className="subpages" aria-label={label}>
        {pages.map((page, at) => (
          <Go key={page.key} to={at === 0 ? path : `${path}/${page.key}`} current={page === current}>
            {page.name}
          </Go>
        ))}
      </nav>
      <h2 className="unseen">{current?.name}</h2>
      {current?.content}
    </>
  )
}
