import { useQuery } from '@tanstack/react-query'
import { Button, Card, Empty, Select } from 'antd'
import { useState } from 'react'
import type { QuestionnaireSummary } from '../../../server/shapes/questionnaire.ts'
import { changesBetween } from '../../../surveys/compare.ts'
import { Go } from '../../parts/Go.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { editor as text } from '../../text/consoleQuestionnaire.ts'
import { useLanguage, useSay } from '../../text/language.tsx'
import { showTime } from '../../text/numbers.ts'
import { ask } from '../api.ts'
import { Field } from '../setup/fields.tsx'
import { useQuestionnaire } from '../setup/useQuestionnaire.ts'
import '../setup/setup.css'
import { Changes } from './Changes.tsx'

const keyOf = ({ id, version }: { id: string; version: number }) => `${id}/${version}`

/** Every published version; two of them compared. */
export function QuestionnairesPage() {
  const say = useSay()
  const { language } = useLanguage()
  const list = useQuery({
    queryKey: ['questionnaires'],
    queryFn: () => ask<QuestionnaireSummary[]>('/api/questionnaires'),
  })
  return (
    <>
      <PageTitle title={say(text.title)} />
      <Loaded query={list}>
        {(versions) => (
          <>
            <WideTable
              rowKey={keyOf}
              dataSource={versions}
              pagination={{ pageSize: 20, hideOnSinglePage: true }}
              locale={{ emptyText: <Empty description={say(text.none)} /> }}
              columns={[
                { title: say(text.name), render: (_, { title }) => say(title) },
                { title: say(text.id), render: (_, { id, version }) => say(text.version, { id, version }) },
                { title: say(text.items), render: (_, { items, scored }) => `${scored} / ${items}` },
                { title: say(text.publishedAt), render: (_, { publishedAt }) => showTime(publishedAt, language) },
                {
                  title: '',
                  render: (_, { id, version }) => (
                    <Go to={`/console/questionnaires/${id}/${version}`}>{say(text.edit)}</Go>
                  ),
                },
              ]}
            />
            {versions.length > 1 && <Compare versions={versions} />}
          </>
        )}
      </Loaded>
    </>
  )
}

function Compare({ versions }: { versions: QuestionnaireSummary[] }) {
  const say = useSay()
  const [pair, setPair] = useState<[string, string]>(() => [keyOf(versions[1] ?? versions[0]!), keyOf(versions[0]!)])
  const [shown, setShown] = useState(false)
  const of = (key: string) => versions.find((one) => keyOf(one) === key) ?? null
  const [from, to] = [of(pair[0]), of(pair[1])]
  const before = useQuestionnaire(shown ? from : null)
  const after = useQuestionnaire(shown ? to : null)
  const options = versions.map((one) => ({
    value: keyOf(one),
    label: `${say(one.title)} · ${say(text.version, { id: one.id, version: one.version })}`,
  }))
  return (
    <Card title={<h2>{say(text.compare)}</h2>}>
      <div className="stack">
        <div className="field-pair">
          <Field label={say(text.from)}>
            <Select value={pair[0]} options={options} onChange={(key) => setPair([key, pair[1]])} />
          </Field>
          <Field label={say(text.to)}>
            <Select value={pair[1]} options={options} onChange={(key) => setPair([pair[0], key])} />
          </Field>
        </div>
        <div>
          <Button onClick={() => setShown(true)}>{say(text.compare)}</Button>
        </div>
        {before.data && after.data && (
          <Changes changes={changesBetween(before.data, after.data)} against={from?.version ?? null} />
        )}
      </div>
    </Card>
  )
}
