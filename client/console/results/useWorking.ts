import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { checkFacts } from '../../../scoring/objective/check.ts'
import { entriesOfRows } from '../../../scoring/objective/entry.ts'
import type { ItemScore } from '../../../scoring/objective/scoreItem.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { Evaluation } from '../../../server/shapes/evaluation.ts'
import type { Inputs } from '../../../server/shapes/inputs.ts'
import { ask } from '../api.ts'
import { type Draft, draftOf } from '../facts/draft.ts'

/** How the items of a region were scored from its facts, and where those come from. */
export interface Working {
  /** By item. */
  steps: Record<string, ItemScore>
  evidence: Draft['evidence']
}

/** By the facts as they stand, with the very code that the server runs; undefined while they are fetched. */
export function useWorking({ id, scheme }: Evaluation): Working | undefined {
  const { data } = useQuery({
    queryKey: ['inputs', id],
    queryFn: () => ask<Inputs>(`/api/evaluations/${encodeURIComponent(id)}/inputs`),
  })
  return useMemo(() => {
    if (!data) return undefined
    const { rows } = data.facts
    return {
      steps: checkFacts(schemes[scheme], entriesOfRows(rows.map((row) => ({ ...row, row: null })))).steps,
      evidence: draftOf(schemes[scheme], rows).evidence,
    }
  }, [data, scheme])
}
