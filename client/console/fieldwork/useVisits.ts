import { useQuery } from '@tanstack/react-query'
import type { Visits } from '../../../server/shapes/watching.ts'
import { ask } from '../api.ts'

const every = 15_000

/** How far visits of a survey came, and on what; asked once for all that show it. */
export const useVisits = (survey: string) =>
  useQuery({
    queryKey: ['visits', survey],
    queryFn: () => ask<Visits>(`/api/surveys/${encodeURIComponent(survey)}/visits`),
    refetchInterval: every,
  })
