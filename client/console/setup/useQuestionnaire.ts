import { useQuery } from '@tanstack/react-query'
import { ask } from '../api.ts'

/** A published version as SurveyJS JSON; nothing while none is chosen. */
export const useQuestionnaire = (chosen: { id: string; version: number } | null) =>
  useQuery({
    queryKey: ['questionnaire', chosen?.id, chosen?.version],
    queryFn: () => ask<Record<string, unknown>>(`/api/questionnaires/${chosen?.id}?version=${chosen?.version}`),
    enabled: chosen !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })
