import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Card, Empty, Input } from 'antd'
import { useState } from 'react'
import type { RoundSummary } from '../../../server/shapes/round.ts'
import { Go } from '../../parts/Go.tsx'
import { Loaded } from '../../parts/Loaded.tsx'
import { MadeUp } from '../../parts/MadeUp.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { Refusal } from '../../parts/Refusal.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { rounds as text } from '../../text/consoleRounds.ts'
import { useLanguage, useSay } from '../../text/language.tsx'
import { showCount, showTime } from '../../text/numbers.ts'
import { ask, type Failure } from '../api.ts'
import { Field, WordsFields } from '../setup/fields.tsx'
import '../setup/setup.css'

/** Every round; who may act for all regions begins one here. */
export function Rounds({ mayBegin }: { mayBegin: boolean }) {
  const say = useSay()
  const { language } = useLanguage()
  const list = useQuery({ queryKey: ['rounds'], queryFn: () => ask<RoundSummary[]>('/api/rounds') })
  return (
    <>
      <PageTitle title={say(text.title)} />
      <Loaded query={list}>
        {(found) => (
          <WideTable
            rowKey="id"
            dataSource={found}
            locale={{ emptyText: <Empty description={say(text.none)} /> }}
            columns={[
              {
                title: say(text.name),
                render: (_, { id, name, madeUp }) => (
                  <>
                    <Go to={`/console/rounds/${encodeURIComponent(id)}`}>{say(name)}</Go> {madeUp && <MadeUp />}
                  </>
                ),
              },
              { title: say(text.id), dataIndex: 'id' },
              { title: say(text.regions), align: 'right', render: (_, { regions }) => showCount(regions) },
              { title: say(text.begun), render: (_, { createdAt }) => showTime(createdAt, language) },
            ]}
          />
        )}
      </Loaded>
      {mayBegin && <NewRoundCard />}
    </>
  )
}

function NewRoundCard() {
  const say = useSay()
  const client = useQueryClient()
  const [id, setId] = useState('')
  const [name, setName] = useState({ zh: '', en: '' })
  const make = useMutation<unknown, Failure>({
    mutationFn: () =>
      ask('/api/rounds', { method: 'POST', json: { id, name: { zh: name.zh, en: name.en.trim() || name.zh } } }),
    onSuccess: async () => {
      setId('')
      setName({ zh: '', en: '' })
      await client.invalidateQueries({ queryKey: ['rounds'] })
    },
  })
  return (
    <Card title={<h2>{say(text.add)}</h2>}>
      <div className="stack">
        <Field label={say(text.id)}>
          <Input name="round-id" value={id} onChange={({ target }) => setId(target.value.trim())} />
        </Field>
        <WordsFields label={say(text.name)} name="round-name" value={name} set={setName} />
        <div>
          <Button
            type="primary"
            disabled={id === '' || name.zh.trim() === ''}
            loading={make.isPending}
            onClick={() => make.mutate()}
          >
            {say(text.make)}
          </Button>
        </div>
        {make.error && <Refusal failure={make.error} />}
      </div>
    </Card>
  )
}
