import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Form, Input, Space } from 'antd'
import { useState } from 'react'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { ask } from '../api.ts'
import { ConfirmAct } from './ConfirmAct.tsx'

const words = text.acting.withdrawals

/** Answers people who ask by telephone or letter that their response be withdrawn. */
export function WithdrawalsCard({ survey }: { survey: string }) {
  const say = useSay()
  const client = useQueryClient()
  const [asked, setAsked] = useState<'erase' | 'refuse'>()
  const [done, setDone] = useState(false)
  const happens = asked === 'erase' ? words.eraseHappens : words.refuseHappens

  return (
    <Card title={say(words.title)}>
      <p>{say(words.help)}</p>
      <Space wrap>
        <Button danger onClick={() => setAsked('erase')}>
          {say(words.erase)}
        </Button>
        <Button onClick={() => setAsked('refuse')}>{say(words.refuse)}</Button>
      </Space>
      {done && <Alert type="success" showIcon role="status" title={say(words.done)} />}
      {asked && (
        <ConfirmAct<{ receipt?: string }>
          title={say(asked === 'erase' ? words.eraseTitle : words.refuseTitle)}
          name={say(words[asked])}
          danger={asked === 'erase'}
          happens={happens.map((sentence) => say(sentence))}
          act={async (fields) => {
            const path = `/api/surveys/${encodeURIComponent(survey)}/withdrawals`
            await ask(path, { method: 'POST', json: { answer: asked, ...fields } })
            setDone(true)
            await client.invalidateQueries({ queryKey: ['log', survey] })
          }}
          close={() => setAsked(undefined)}
        >
          {asked === 'erase' && (
            <Form.Item
              label={say(words.receipt)}
              name="receipt"
              rules={[{ required: true, whitespace: true, message: say(words.receiptMissing) }]}
            >
              <Input autoComplete="off" spellCheck={false} />
            </Form.Item>
          )}
        </ConfirmAct>
      )}
    </Card>
  )
}
