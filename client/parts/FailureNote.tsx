import { Alert, Button } from 'antd'
import type { Failure } from '../console/api.ts'
import { text } from '../text/console.ts'
import { useSay } from '../text/language.tsx'

/** Says what went wrong and offers to try again. */
export function FailureNote({ failure, retry }: { failure: Failure; retry?: () => void }) {
  const say = useSay()
  const title = failure.status === 0 ? say(text.failure.noConnection) : failure.message
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={title}
      action={
        retry && (
          <Button size="small" onClick={retry}>
            {say(text.failure.retry)}
          </Button>
        )
      }
    />
  )
}
