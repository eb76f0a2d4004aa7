import { useQuery } from '@tanstack/react-query'
import { Descriptions, Drawer, Tag } from 'antd'
import { qualityFlags } from '../../../scoring/subjective/quality/rules.ts'
import type { ResponseView } from '../../../server/shapes/responses.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { useLanguage, useSay } from '../../text/language.tsx'
import { showTime } from '../../text/numbers.ts'
import { ask } from '../api.ts'

const words = text.responses

/** One response in words, and what was decided about it. */
export function ResponseDrawer({ survey, id, close }: { survey: string; id: string; close: () => void }) {
  const say = useSay()
  const response = useQuery({
    queryKey: ['response', survey, id],
    queryFn: () => ask<ResponseView>(`/api/surveys/${encodeURIComponent(survey)}/responses/${id}`),
  })
  return (
    <Drawer open size="large" title={say(words.viewOf, { id: id.slice(0, 8) })} onClose={close}>
      <Loaded query={response}>{(one) => <Shown response={one} />}</Loaded>
    </Drawer>
  )
}

function Shown({ response: { state, day, locale, flags, marks, answers } }: { response: ResponseView }) {
  const say = useSay()
  const { language } = useLanguage()
  return (
    <div className="stacked">
      <Descriptions
        size="small"
        column={1}
        items={[
          { key: 'state', label: say(words.state), children: say(words.states[state]) },
          { key: 'day', label: say(words.day), children: day },
          { key: 'language', label: say(words.language), children: locale || '—' },
          {
            key: 'flags',
            label: say(words.flag),
            children: flags.length === 0 ? '—' : flags.map((flag) => <Tag key={flag}>{say(qualityFlags[flag])}</Tag>),
          },
        ]}
      />
      {marks.length > 0 && (
        <>
          <h3 className="minor">{say(words.history)}</h3>
          <ul className="plain-list">
            {marks.map(({ kind, reason, by, at }) => (
              <li key={at + kind}>
                {showTime(at, language)} · {say(words.marks[kind])} · {by ?? say(text.acting.log.system)} · {reason}
              </li>
            ))}
          </ul>
        </>
      )}
      <WideTable
        size="small"
        rowKey="name"
        dataSource={answers}
        columns={[
          {
            title: say(words.question),
            render: (_, { name, question }: ResponseView['answers'][number]) => (
              <span className="long-text">
                <code>{name}</code> {say(question)}
              </span>
            ),
          },
          {
            title: say(words.answer),
            render: (_, { answer }: ResponseView['answers'][number]) => (
              <span className="long-text">{say(answer)}</span>
            ),
          },
        ]}
      />
    </div>
  )
}
