import type { UseQueryResult } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { Failure } from '../console/api.ts'
import { FailureNote } from './FailureNote.tsx'

/** Shows a query's data once they are there; before that a skeleton, on failure the reason. */
export function Loaded<Data>({
  query,
  children,
}: {
  query: UseQueryResult<Data>
  children: (data: Data) => ReactNode
}) {
  if (query.data !== undefined) return children(query.data)
  if (!query.error) return <Skeleton active paragraph={{ rows: 8 }} />
  if (!(query.error instanceof Failure)) throw query.error
  return <FailureNote failure={query.error} retry={() => void query.refetch()} />
}
