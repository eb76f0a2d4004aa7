import { Button, Result } from 'antd'
import { interviews as words } from '../../text/consoleInterviews.ts'
import { useSay } from '../../text/language.tsx'

/** How an interview ended. */
export type Ending =
  | { kind: 'taken'; receipt: string }
  | { kind: 'notEligible' }
  | { kind: 'quotaFull' }
  | { kind: 'declined' }

export function Ended({ ending, another }: { ending: Ending; another: () => void }) {
  const say = useSay()
  const button = (
    <Button type="primary" onClick={another}>
      {say(words.another)}
    </Button>
  )
  if (ending.kind !== 'taken') return <Result status="info" title={say(words[ending.kind])} extra={button} />
  return (
    <Result
      status="success"
      title={say(words.taken)}
      subTitle={
        <>
          {say(words.receipt)}
          <strong className="given-receipt" data-figure="receipt">
            {ending.receipt}
          </strong>
        </>
      }
      extra={button}
    />
  )
}
