import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card } from 'antd'
import type { DraftSummary } from '../../../server/shapes/setup.ts'
import { Go } from '../../parts/Go.tsx'
import { setup as text } from '../../text/consoleSetup.ts'
import { useLanguage, useSay } from '../../text/language.tsx'
import { showTime } from '../../text/numbers.ts'
import { ask, type Failure } from '../api.ts'
import { go } from '../route.ts'

/** A new draft has an address of its own from the beginning, so that a reload finds it. */
const beginNew = () => go(`/console/surveys/${crypto.randomUUID()}`)

export function NewSurveyButton() {
  const say = useSay()
  return (
    <Button type="primary" onClick={beginNew}>
      {say(text.begin)}
    </Button>
  )
}

/** What one has begun and not published. */
export function SetupList() {
  const say = useSay()
  const { language } = useLanguage()
  const client = useQueryClient()
  const drafts = useQuery({
    queryKey: ['setup-drafts'],
    queryFn: () => ask<DraftSummary[]>('/api/setup/drafts'),
    staleTime: 0,
  })
  const drop = useMutation<unknown, Failure, string>({
    mutationFn: (id) => ask(`/api/setup/drafts/${id}`, { method: 'DELETE' }),
    onSuccess: (_, id) => {
      localStorage.removeItem(`tiyan.setup.${id}`)
      return client.invalidateQueries({ queryKey: ['setup-drafts'] })
    },
  })
  const unfinished = (drafts.data ?? []).filter(({ kind }) => kind === 'survey')
  if (unfinished.length === 0) return null
  return (
    <Card title={<h2>{say(text.drafts)}</h2>} size="small">
      <ul className="plain-list">
        {unfinished.map(({ id, title, savedAt }) => (
          <li key={id} className="draft-line">
            <Go to={`/console/surveys/${id}`}>{title || say(text.untitled)}</Go>
            <small>{say(text.savedAt, { time: showTime(savedAt, language) })}</small>
            <Button
              size="small"
              aria-label={say(text.dropOf, { name: title || say(text.untitled) })}
              onClick={() => drop.mutate(id)}
            >
              {say(text.drop)}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
