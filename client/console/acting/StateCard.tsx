import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, DatePicker, Descriptions, Form, Space } from 'antd'
import { useState } from 'react'
import type { Monitor } from '../../../server/shapes/monitor.ts'
import { text } from '../../text/console.ts'
import { useLanguage, useSay } from '../../text/language.tsx'
import { showCount, showTime } from '../../text/numbers.ts'
import { ask } from '../api.ts'
import { ConfirmAct } from './ConfirmAct.tsx'

const words = text.acting
type Step = 'pause' | 'resume' | 'extend' | 'close'

const stepsIn: Record<Monitor['survey']['state'], Step[]> = {
  draft: [],
  scheduled: ['extend', 'close'],
  open: ['pause', 'extend', 'close'],
  paused: ['resume', 'extend', 'close'],
  closed: [],
}

/** What a moment picked on a calendar knows of itself. */
interface Picked {
  format: (form: string) => string
}

/** Whether the survey takes answers, until when, and how to change that. */
export function StateCard({ monitor: { survey, counts } }: { monitor: Monitor }) {
  const say = useSay()
  const { language } = useLanguage()
  const client = useQueryClient()
  const [step, setStep] = useState<Step>()
  const end = survey.closesAt === null ? say(words.state.noEnd) : showTime(survey.closesAt, language)

  const act = async ({ reason, until }: { reason: string; until?: Picked }) => {
    const closesAt = until && `${until.format('YYYY-MM-DDTHH:mm:ss')}+08:00`
    await ask(`/api/surveys/${encodeURIComponent(survey.id)}/${step}`, {
      method: 'POST',
      json: { reason, ...(step === 'extend' && { closesAt }) },
    })
    await client.invalidateQueries({ queryKey: ['log', survey.id] })
  }
  return (
    <Card title={say(words.state.title)}>
      <div className="survey-state">
        <Descriptions
          size="small"
          column={{ xs: 1, sm: 3 }}
          items={[
            { key: 'state', label: say(words.state.now), children: say(text.surveyStates[survey.state]) },
            { key: 'opens', label: say(words.state.opensAt), children: showTime(survey.opensAt, language) },
            { key: 'closes', label: say(words.state.closesAt), children: end },
          ]}
        />
        <Space wrap>
          {stepsIn[survey.state].map((one) => (
            <Button key={one} danger={one === 'close'} onClick={() => setStep(one)}>
              {say(words[one].button)}
            </Button>
          ))}
        </Space>
        {survey.state === 'closed' && <Alert type="info" showIcon title={say(words.state.closedNote)} />}
      </div>
      {step && (
        <ConfirmAct<{ until?: Picked }>
          title={say(words[step].title)}
          name={say(words[step].button)}
          happens={words[step].happens.map((sentence) => say(sentence, { n: showCount(counts.responses) }))}
          danger={step === 'close'}
          act={act}
          close={() => setStep(undefined)}
        >
          {step === 'extend' && (
            <Form.Item
              label={say(words.extend.until)}
              name="until"
              rules={[{ required: true, message: say(words.extend.untilMissing) }]}
            >
              <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" />
            </Form.Item>
          )}
        </ConfirmAct>
      )}
    </Card>
  )
}
