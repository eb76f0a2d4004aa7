import { Alert } from 'antd'
import type { WhatIfAnswer } from '../../../server/shapes/analysis.ts'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { whatIf as words } from '../../text/consoleAnalysis.ts'
import { useSay } from '../../text/language.tsx'
import { gap, showChange, showInterval, showScore } from '../../text/numbers.ts'

/** The total now and as it would be, with the parts that make the difference. */
export function Answered({ before, after, parts, notes }: WhatIfAnswer) {
  const say = useSay()
  const lines = [
    { name: text.results.total, was: before.total, would: after.total },
    { name: text.results.objectivePart, was: before.objective, would: after.objective },
    { name: text.results.subjectivePart, was: before.subjective, would: after.subjective },
    { name: text.results.deductions, was: before.deductions.total, would: after.deductions.total },
  ]
  const sum = parts.reduce((whole, { difference }) => whole + difference, 0)
  return (
    <section aria-live="polite">
      {notes.map((note) => (
        <Alert key={note.en} type="warning" showIcon title={say(note)} />
      ))}
      {after.total === null && (
        <p>
          {say(words.after)}: {say(words.bounds)} {showInterval(after.bounds.total)}
        </p>
      )}
      <WideTable
        size="small"
        rowKey={({ name }) => name.en}
        dataSource={lines}
        columns={[
          { title: say(words.part), render: (_, { name }) => say(name) },
          { title: say(words.before), dataIndex: 'was', align: 'right', render: showScore },
          {
            title: say(words.after),
            align: 'right',
            render: (_, { name, would }) =>
              name === text.results.total ? (
                <strong data-figure="what-if">{showScore(would)}</strong>
              ) : (
                showScore(would)
              ),
          },
          {
            title: say(words.difference),
            align: 'right',
            render: (_, { was, would }) => (was === null || would === null ? gap : showChange(would - was)),
          },
        ]}
      />
      <h3>{say(words.parts)}</h3>
      {parts.length === 0 ? (
        <p>{say(words.nothing)}</p>
      ) : (
        <WideTable
          size="small"
          rowKey="id"
          dataSource={[...parts, { id: '', name: words.sum, kind: null, before: null, after: null, difference: sum }]}
          columns={[
            {
              title: say(words.part),
              render: (_, { id, name }) => (
                <>
                  {id !== 'floor' && <code>{id}</code>} {say(name)}
                </>
              ),
            },
            { title: say(words.before), dataIndex: 'before', align: 'right', render: showScore },
            { title: say(words.after), dataIndex: 'after', align: 'right', render: showScore },
            { title: say(words.difference), dataIndex: 'difference', align: 'right', render: showChange },
          ]}
        />
      )}
    </section>
  )
}
