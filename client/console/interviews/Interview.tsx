import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { InterviewSurvey } from '../../../server/shapes/interview.ts'
import type { PublicSurvey } from '../../../server/shapes/survey.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { newResponseId } from '../../resident/responseId.ts'
import { useLanguage } from '../../text/language.tsx'
import { ask } from '../api.ts'
import { Ended, type Ending } from './Ended.tsx'
import { Sheet } from './Sheet.tsx'
import './interviews.css'

/** One person after another is asked the questionnaire. */
export function Interview({ survey }: { survey: InterviewSurvey }) {
  const { language } = useLanguage()
  const [id, setId] = useState(newResponseId)
  const [ending, setEnding] = useState<Ending>()
  const shown = useQuery({
    queryKey: ['survey-asked', survey.id],
    queryFn: () => ask<PublicSurvey>(`/api/surveys/${encodeURIComponent(survey.id)}`),
  })
  const another = () => {
    setId(newResponseId())
    setEnding(undefined)
  }
  if (ending) return <Ended ending={ending} another={another} />
  return (
    <Loaded query={shown}>
      {({ questionnaire }) => (
        <Sheet
          key={id}
          id={id}
          survey={survey}
          questionnaire={questionnaire as Record<string, unknown>}
          begun={language}
          end={setEnding}
        />
      )}
    </Loaded>
  )
}
