import { DownloadOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Descriptions, Space } from 'antd'
import type { RecordsPage as Page } from '../../../server/shapes/records.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { text } from '../../text/console.ts'
import { useLanguage, useSay } from '../../text/language.tsx'
import { showTime } from '../../text/numbers.ts'
import { ask } from '../api.ts'
import type { SurveyHead } from '../fieldwork/useSurveyHead.ts'
import { RecordsForm } from './RecordsForm.tsx'

const words = text.records

/** What is kept of how the survey was made and run, and for how long. */
export function RecordsPage({ survey, mayAct }: { survey: SurveyHead; mayAct: boolean }) {
  const say = useSay()
  const { language } = useLanguage()
  const client = useQueryClient()
  const path = `/api/surveys/${encodeURIComponent(survey.id)}/records`
  const page = useQuery({ queryKey: ['records', survey.id], queryFn: () => ask<Page>(path) })
  return (
    <div className="stacked">
      <Card title={say(words.retention.title)}>
        <p>{say(words.retention.help)}</p>
        <Loaded query={page}>{({ retention }) => <Dates retention={retention} />}</Loaded>
      </Card>
      <Card title={say(words.title)}>
        <p>{say(words.help)}</p>
        <Space wrap className="table-foot">
          <Button icon={<DownloadOutlined />} href={`${path}.json`} download>
            {say(words.json)}
          </Button>
          <Button icon={<DownloadOutlined />} href={`${path}.html?lang=${language}`} download>
            {say(words.html)}
          </Button>
        </Space>
        <Loaded query={page}>
          {({ record }) => (
            <RecordsForm
              path={path}
              record={record}
              frozen={survey.state !== 'draft' && survey.state !== 'scheduled'}
              mayChange={mayAct}
              changed={(fresh) => client.setQueryData(['records', survey.id], fresh)}
            />
          )}
        </Loaded>
      </Card>
    </div>
  )
}

function Dates({ retention: { identifiersUntil, strippedAt, answersUntil } }: Pick<Page, 'retention'>) {
  const say = useSay()
  const { language } = useLanguage()
  const none = say(words.retention.noEnd)
  const identifiers = strippedAt
    ? say(words.retention.stripped, { time: showTime(strippedAt, language) })
    : identifiersUntil
      ? say(words.retention.due, { time: showTime(identifiersUntil, language) })
      : none
  return (
    <Descriptions
      size="small"
      column={1}
      items={[
        { key: 'identifiers', label: say(words.retention.identifiers), children: identifiers },
        {
          key: 'answers',
          label: say(words.retention.answers),
          children: answersUntil ? showTime(answersUntil, language) : none,
        },
      ]}
    />
  )
}
