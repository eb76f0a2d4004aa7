import type { ReactNode } from 'react'
import { go } from '../console/route.ts'

interface Props {
  title: string
  /** A way back: where and its name. */
  back?: { path: string; name: string }
  /** Marks beside the title. */
  marks?: ReactNode
  /** Buttons at the end of the line. */
  actions?: ReactNode
}

export function PageTitle({ title, back, marks, actions }: Props) {
  return (
    <header className="page-title">
      {back && (
        <a
          className="page-back"
          href={back.path}
          onClick={(event) => {
            event.preventDefault()
            go(back.path)
          }}
        >
          ← {back.name}
        </a>
      )}
      <div>
        <h1>{title}</h1>
        {marks}
        <span className="page-actions">{actions}</span>
      </div>
    </header>
  )
}
