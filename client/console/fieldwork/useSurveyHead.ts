import { useQuery } from '@tanstack/react-query'
import type { Monitor } from '../../../server/shapes/monitor.ts'
import type { PublicSurvey } from '../../../server/shapes/survey.ts'
import { ask } from '../api.ts'

/** What a survey's page says of it above everything else. */
export type SurveyHead = Pick<Monitor['survey'], 'id' | 'title' | 'state' | 'region' | 'madeUp'>

/**
 * The same from its monitor, or from what residents are told of it, whichever is there first: that costs the server
 * nothing, and the monitor may have to count a million responses.
 */
export function useSurveyHead(survey: string, monitor: Monitor | null): SurveyHead | undefined {
  const { data } = useQuery({
    queryKey: ['survey-head', survey],
    queryFn: () => ask<Partial<PublicSurvey>>(`/api/surveys/${encodeURIComponent(survey)}`),
    enabled: monitor === null,
  })
  if (monitor) return monitor.survey
  // Before it opens less is told, and there is nothing to count.
  const { id, title, state, region, madeUp } = data ?? {}
  return id && title && state && region && madeUp !== undefined ? { id, title, state, region, madeUp } : undefined
}
