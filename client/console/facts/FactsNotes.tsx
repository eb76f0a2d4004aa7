import { Alert, Button, Space } from 'antd'
import type { DataProblem } from '../../../scoring/objective/problem.ts'
import { FailureNote } from '../../parts/FailureNote.tsx'
import { Refusal } from '../../parts/Refusal.tsx'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import type { useFactsDraft } from './useFactsDraft.ts'

const words = text.facts

interface Props {
  facts: ReturnType<typeof useFactsDraft>
  /** What keeps the facts from being saved; empty until somebody tries. */
  problems: DataProblem[]
  onGo: (problem: DataProblem) => void
}

/** What became of the attempt to save, and what is in its way. */
export function FactsNotes({ facts: { save, restored, outdated, rebase, discard }, problems, onGo }: Props) {
  const say = useSay()
  return (
    <div className="facts-notes" aria-live="polite">
      {restored && <Alert type="info" showIcon title={say(words.restored)} />}
      {outdated && (
        <Alert
          type="warning"
          showIcon
          title={say(words.newer)}
          action={
            <Space orientation="vertical">
              <Button size="small" onClick={discard}>
                {say(words.loadNewer)}
              </Button>
              <Button size="small" onClick={rebase}>
                {say(words.keepMine)}
              </Button>
            </Space>
          }
        />
      )}
      {problems.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={say(words.toMend, { n: problems.length })}
          description={
            <ul className="plain-list">
              {problems.map((problem) => (
                <li key={`${problem.item} ${problem.key} ${problem.reason}`}>
                  <Button type="link" size="small" className="problem-link" onClick={() => onGo(problem)}>
                    {say(problem.message)}
                  </Button>
                </li>
              ))}
            </ul>
          }
        />
      )}
      {save.isSuccess && <Alert type="success" showIcon title={say(words.saved, { version: save.data.version })} />}
      {save.error &&
        save.error.status !== 412 &&
        (save.error.errors.length > 0 ? <Refusal failure={save.error} /> : <FailureNote failure={save.error} />)}
    </div>
  )
}
