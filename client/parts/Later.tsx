import { Skeleton } from 'antd'
import { type ComponentType, useEffect, useState } from 'react'

/** A page whose script is fetched when it is first shown. */
export interface LaterPage<Props> {
  load: () => Promise<ComponentType<Props>>
  loaded?: ComponentType<Props>
}

export const later = <Props,>(load: LaterPage<Props>['load']): LaterPage<Props> => ({ load })

interface LaterProps<Props> {
  page: LaterPage<Props>
  props: NoInfer<Props>
}

/**
 * Shows such a page, and a skeleton in its place until its script is there. React's own `lazy` holds back what comes after
 * a fallback for a third of a second, however soon it is there.
 */
export function Later<Props extends object>({ page, props }: LaterProps<Props>) {
  const [, drawAgain] = useState(0)
  useEffect(() => {
    if (page.loaded) return
    page.load().then(
      (loaded) => {
        page.loaded = loaded
        drawAgain((times) => times + 1)
      },
      // As if drawing it had failed.
      (error: unknown) =>
        drawAgain(() => {
          throw error
        }),
    )
  }, [page])
  const Page = page.loaded
  return Page ? <Page {...props} /> : <Skeleton active paragraph={{ rows: 8 }} />
}
