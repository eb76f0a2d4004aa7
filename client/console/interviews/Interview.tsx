import { useQuery } from '@tanstack/react-query'
import { Card, Input } from 'antd'
import { useState } from 'react'
import type { InterviewSurvey } from '../../../server/shapes/interview.ts'
import type { PublicSurvey } from '../../../server/shapes/survey.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { newResponseId } from '../../resident/responseId.ts'
import { interviews as words } from '../../text/consoleInterviews.ts'
import { useLanguage, useSay } from '../../text/language.tsx'
import { ask } from '../api.ts'
import { Field } from '../setup/fields.tsx'
import { Ended, type Ending } from './Ended.tsx'
import { Sheet } from './Sheet.tsx'
import './interviews.css'

/** One person after another is asked the questionnaire. */
export function Interview({ survey }: { survey: InterviewSurvey }) {
  const { language } = useLanguage()
  const say = useSay()
  const [id, setId] = useState(newResponseId)
  const [called, setCalled] = useState('')
  const [ending, setEnding] = useState<Ending>()
  const shown = useQuery({
    queryKey: ['survey-asked', survey.id],
    queryFn: () => ask<PublicSurvey>(`/api/surveys/${encodeURIComponent(survey.id)}`),
  })
  const another = () => {
    setId(newResponseId())
    setCalled('')
    setEnding(undefined)
  }
  if (ending) return <Ended ending={ending} another={another} />
  return (
    <Loaded query={shown}>
      {({ questionnaire }) => (
        <div className="stack">
          <Card>
            <Field label={say(words.called)} help={say(words.calledHelp)}>
              <Input
                name="called"
                autoComplete="off"
                maxLength={100}
                value={called}
                onChange={({ target }) => setCalled(target.value)}
              />
            </Field>
          </Card>
          <Sheet
            key={id}
            id={id}
            called={called.trim()}
            survey={survey}
            questionnaire={questionnaire as Record<string, unknown>}
            begun={language}
            end={setEnding}
          />
        </div>
      )}
    </Loaded>
  )
}
