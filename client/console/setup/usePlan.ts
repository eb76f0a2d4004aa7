import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { SetupDraft } from '../../../server/shapes/setup.ts'
import { ask, Failure } from '../api.ts'
import { emptyPlan, type Plan } from './plan.ts'

export type Saving = { state: 'saving' | 'failed' } | { state: 'saved'; at: string }

const addressOf = (draft: string) => `/api/setup/drafts/${draft}`
const deviceKey = (draft: string) => `tiyan.setup.${draft}`

/** What this device kept because the server could not be reached. */
function onDevice(draft: string): Plan | undefined {
  const kept = localStorage.getItem(deviceKey(draft))
  return kept === null ? undefined : { ...emptyPlan, ...JSON.parse(kept) }
}

async function read(draft: string): Promise<Plan> {
  const kept = onDevice(draft)
  if (kept) return kept
  try {
    const { content } = await ask<SetupDraft>(addressOf(draft))
    return { ...emptyPlan, ...(content as Partial<Plan>) }
  } catch (failure) {
    if (failure instanceof Failure && failure.status === 404) return emptyPlan
    throw failure
  }
}

const write = (draft: string, plan: Plan) =>
  ask<{ savedAt: string }>(addressOf(draft), {
    method: 'PUT',
    json: { kind: 'survey', title: plan.title.zh || plan.region.name.zh, content: plan },
  })

const pause = 600
const again = 5000

/**
 * A plan that is kept on the server a moment after every change, on the device while the server cannot be reached.
 * `forget` keeps nothing from then on.
 */
export function usePlan(draft: string) {
  const client = useQueryClient()
  const stored = useQuery({
    queryKey: ['setup-draft', draft],
    queryFn: () => read(draft),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const [changed, setChanged] = useState<Plan>()
  const [saving, setSaving] = useState<Saving>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const forgotten = useRef(false)

  const save = useCallback(
    (plan: Plan, wait: number) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        write(draft, plan).then(
          ({ savedAt }) => {
            if (localStorage.getItem(deviceKey(draft)) === JSON.stringify(plan))
              localStorage.removeItem(deviceKey(draft))
            client.setQueryData(['setup-draft', draft], plan)
            setSaving({ state: 'saved', at: savedAt })
          },
          (failure) => {
            if (!(failure instanceof Failure)) throw failure
            setSaving({ state: 'failed' })
            if (!forgotten.current) save(plan, again)
          },
        )
      }, wait)
    },
    [client, draft],
  )

  useEffect(() => {
    if (!changed || forgotten.current) return
    // At once, for whoever closes the page before the server has it.
    localStorage.setItem(deviceKey(draft), JSON.stringify(changed))
    setSaving({ state: 'saving' })
    save(changed, pause)
    return () => clearTimeout(timer.current)
  }, [changed, draft, save])

  const plan = changed ?? stored.data
  const change = useCallback(
    (part: Partial<Plan>) => setChanged((now) => ({ ...(now ?? stored.data ?? emptyPlan), ...part })),
    [stored.data],
  )
  const forget = useCallback(() => {
    forgotten.current = true
    clearTimeout(timer.current)
    localStorage.removeItem(deviceKey(draft))
    void ask(addressOf(draft), { method: 'DELETE' })
    client.removeQueries({ queryKey: ['setup-draft', draft] })
  }, [client, draft])

  return { stored, plan, change, saving, forget }
}

export type PlanChange = ReturnType<typeof usePlan>['change']

/** What every step is given. */
export interface StepProps {
  plan: Plan
  change: PlanChange
}
