import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Scheme } from '../../../scoring/standard/scheme.ts'
import type { Evaluation, ImportReceipt } from '../../../server/shapes/evaluation.ts'
import type { Inputs } from '../../../server/shapes/inputs.ts'
import { ask, type Failure } from '../api.ts'
import { type Draft, draftOf, rowsOf, sameDraft } from './draft.ts'
import { factsFile } from './factsCsv.ts'

/** What was filled in without being saved, and on which version. */
interface Kept {
  basis: number | null
  draft: Draft
}

const keyOf = (id: string) => `tiyan.facts.${id}`

/** Kept until the browser's tab is closed, so that a reload loses nothing. */
function keptOf(id: string): Kept | null {
  const kept = sessionStorage.getItem(keyOf(id))
  return kept === null ? null : JSON.parse(kept)
}

/** The facts of an evaluation while they are filled in. */
export function useFactsDraft({ id }: Evaluation, scheme: Scheme, inputs: Inputs) {
  const client = useQueryClient()
  const saved = useMemo(() => draftOf(scheme, inputs.facts.rows), [scheme, inputs])
  const newest = inputs.facts.stamp?.version ?? null
  const [kept, setKept] = useState(() => keptOf(id))
  const [restored] = useState(kept !== null)
  const draft = kept?.draft ?? saved
  const changed = kept !== null && !sameDraft(kept.draft, saved)

  useEffect(() => {
    if (kept) sessionStorage.setItem(keyOf(id), JSON.stringify(kept))
    else sessionStorage.removeItem(keyOf(id))
  }, [id, kept])

  const save = useMutation<ImportReceipt, Failure>({
    mutationFn: () =>
      ask(`/api/evaluations/${encodeURIComponent(id)}/facts`, {
        method: 'PUT',
        file: factsFile(rowsOf(scheme, draft)),
        replaces: kept ? kept.basis : newest,
      }),
    onSuccess: async ({ version }) => {
      setKept((before) => before && { ...before, basis: version })
      await refreshEvaluation(client, id)
      setKept(null)
    },
    onError: ({ status }) => {
      if (status === 412) void client.invalidateQueries({ queryKey: ['inputs', id] })
    },
  })

  return {
    draft,
    change: (next: Draft) => setKept({ basis: kept ? kept.basis : newest, draft: next }),
    changed,
    /** What is filled in was begun on a version that is not the newest any more. */
    outdated: changed && kept.basis !== newest,
    /** Goes on with what is filled in, on top of the newest version. */
    rebase: () => {
      save.reset()
      setKept(kept && { ...kept, basis: newest })
    },
    discard: () => {
      save.reset()
      setKept(null)
    },
    restored: restored && changed,
    save,
  }
}

/** After new data everything that shows them is asked for again. */
export const refreshEvaluation = (client: ReturnType<typeof useQueryClient>, id: string) =>
  Promise.all(
    ['inputs', 'versions', 'result', 'evaluation', 'steps', 'frozen', 'comparison', 'history'].map((what) =>
      client.invalidateQueries({ queryKey: [what, id] }),
    ),
  )
