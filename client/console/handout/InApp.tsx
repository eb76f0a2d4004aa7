import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Card, Tabs, Typography } from 'antd'
import type { Channel } from '../../../server/shapes/channel.ts'
import { FailureNote } from '../../parts/FailureNote.tsx'
import { handout } from '../../text/consoleHandout.ts'
import { useSay } from '../../text/language.tsx'
import { ask, type Failure } from '../api.ts'
import { samplesFor } from './samples.ts'

const text = handout.app

/** How a host app leads its users to a survey, with or without vouching for them. */
export function InApp({ survey, channels }: { survey: string; channels: Channel[] | undefined }) {
  const say = useSay()
  const key = useMutation<{ key: string }, Failure>({
    mutationFn: () => ask(`/api/surveys/${encodeURIComponent(survey)}/signing-key`),
  })
  return (
    <>
      <Card title={<h2>{say(text.embed)}</h2>}>
        <p>{say(text.embedHelp)}</p>
        <Typography.Text copyable>{`${location.origin}/s/${survey}`}</Typography.Text>
      </Card>
      <Card title={<h2>{say(text.signed)}</h2>}>
        {channels && !channels.includes('signed') && <Alert type="warning" showIcon title={say(text.off)} />}
        <p>{say(text.signedHelp)}</p>
        <div className="button-line">
          <strong>{say(text.key)}</strong>
          {key.data ? (
            <Typography.Text code copyable>
              {key.data.key}
            </Typography.Text>
          ) : (
            <Button size="small" loading={key.isPending} onClick={() => key.mutate()}>
              {say(text.showKey)}
            </Button>
          )}
        </div>
        {key.error && <FailureNote failure={key.error} />}
        <Tabs
          items={samplesFor(location.origin, survey).map(({ language, code }) => ({
            key: language,
            label: language,
            children: (
              <pre className="code-sample" lang="en">
                {code}
              </pre>
            ),
          }))}
        />
      </Card>
    </>
  )
}
