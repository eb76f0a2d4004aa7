import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import type { Evaluation } from '../../../../server/shapes/evaluation.ts'
import { FailureNote } from '../../../parts/FailureNote.tsx'
import { text } from '../../../text/console.ts'
import { useLanguage, useSay } from '../../../text/language.tsx'
import { ask, type Failure } from '../../api.ts'

/** Whether everybody may see the published result. */
export function OpenSwitch({ evaluation: { id, open }, mayOpen }: { evaluation: Evaluation; mayOpen: boolean }) {
  const say = useSay()
  const { language } = useLanguage()
  const client = useQueryClient()
  const change = useMutation<Evaluation, Failure, boolean>({
    mutationFn: (wanted) =>
      ask(`/api/evaluations/${encodeURIComponent(id)}/open`, { method: 'PUT', json: { open: wanted } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['evaluation', id] }),
  })
  return (
    <div>
      <Checkbox
        checked={open}
        disabled={!mayOpen || change.isPending}
        onChange={({ target }) => change.mutate(target.checked)}
      >
        {say(text.steps.open)}
      </Checkbox>
      {open && <a href={`/open/${encodeURIComponent(id)}?lang=${language}`}>{say(text.steps.openPage)}</a>}
      <p className="minor">{say(text.steps.openHelp)}</p>
      {change.error && <FailureNote failure={change.error} />}
    </div>
  )
}
