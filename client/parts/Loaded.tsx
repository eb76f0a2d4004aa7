import type { UseQueryResult } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { Failure } from '../console/api.ts'
import { FailureNote } from './FailureNote.tsx'

/**
 * Shows a query's data once they are there; before that a skeleton, on failure the reason.
 * @param without stands above both, where the data bring the title of a page
 */
export function Loaded<Data>({
  query,
  without,
  children,
}: {
  query: UseQueryResult<Data>
  without?: ReactNode
  children: (data: Data) => ReactNode
}) {
  if (query.data !== undefined) return children(query.data)
  const { error } = query
  if (error && !(error instanceof Failure)) throw error
  return (
    <>
      {without}
      {error ? (
        <FailureNote failure={error} retry={() => void query.refetch()} />
      ) : (
        <Skeleton active paragraph={{ rows: 8 }} />
      )}
    </>
  )
}
