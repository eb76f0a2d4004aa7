import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons'
import { Button, Checkbox, Collapse, Input, InputNumber } from 'antd'
import { readKey } from '../../../surveys/key.ts'
import { WideTable } from '../../parts/WideTable.tsx'
import { editor as text } from '../../text/consoleQuestionnaire.ts'
import { useSay } from '../../text/language.tsx'
import { showShare } from '../../text/numbers.ts'
import {
  dimensionsShown,
  type EditedQuestion,
  moved,
  pagesShown,
  reworded,
  withIndicatorWeight,
  withQuestion,
} from './edit.ts'

type Json = Record<string, unknown>

interface Props {
  json: Json
  set: (json: Json) => void
}

/** A questionnaire changed by form: wording, order, weights and scoring key. */
export function FormEditor({ json, set }: Props) {
  const say = useSay()
  const shares = new Map(readKey(json).key.items.map(({ name, weight }) => [name, weight]))
  return (
    <Collapse
      items={[
        { key: 'weights', label: say(text.weights), children: <Weights json={json} set={set} /> },
        ...pagesShown(json).map(({ name, title, questions }) => ({
          key: name,
          label: `${title} (${questions.length})`,
          children: (
            <ul className="plain-list">
              {questions.map((question) => (
                <li key={question.name} className="edited-question">
                  <Question json={json} set={set} question={question} share={shares.get(question.name)} />
                </li>
              ))}
            </ul>
          ),
        })),
      ]}
    />
  )
}

function Question({ json, set, question, share }: Props & { question: EditedQuestion; share: number | undefined }) {
  const say = useSay()
  const { name, title, rated, indicator, dimension, weight, scored } = question
  const change = (properties: Json) => set(withQuestion(json, name, properties))
  return (
    <>
      <div className="button-line">
        <strong>{name}</strong>
        <Button
          size="small"
          icon={<ArrowUpOutlined />}
          aria-label={say(text.up, { name })}
          onClick={() => set(moved(json, name, -1))}
        />
        <Button
          size="small"
          icon={<ArrowDownOutlined />}
          aria-label={say(text.down, { name })}
          onClick={() => set(moved(json, name, 1))}
        />
        {share !== undefined && rated && <small>{say(text.share, { share: showShare(share) })}</small>}
      </div>
      <Input
        aria-label={say(text.wordsZh, { name })}
        value={title.zh}
        onChange={({ target }) => set(reworded(json, question, 'zh', target.value))}
      />
      <Input
        aria-label={say(text.wordsEn, { name })}
        lang="en"
        value={title.en}
        onChange={({ target }) => set(reworded(json, question, 'en', target.value))}
      />
      {rated && (
        <div className="button-line">
          <Checkbox checked={scored} onChange={({ target }) => change({ scored: target.checked ? undefined : false })}>
            {say(text.scored)}
          </Checkbox>
          <Input
            className="code-input"
            aria-label={say(text.dimensionOf, { name })}
            prefix={say(text.dimension)}
            value={dimension}
            onChange={({ target }) => change({ dimension: target.value })}
          />
          <Input
            className="code-input"
            aria-label={say(text.indicatorOf, { name })}
            prefix={say(text.indicator)}
            value={indicator}
            onChange={({ target }) => change({ indicator: target.value })}
          />
          <InputNumber
            aria-label={say(text.weightOf, { name })}
            prefix={say(text.weight)}
            min={0.01}
            max={1000}
            value={weight}
            onChange={(given) => given !== null && change({ weight: given })}
          />
        </div>
      )}
    </>
  )
}

function Weights({ json, set }: Props) {
  const say = useSay()
  const key = readKey(json).key
  const rows = dimensionsShown(json).flatMap(({ code, title, indicators }) =>
    indicators.map((indicator) => ({ dimension: code, title, ...indicator })),
  )
  if (rows.length === 0) return <p>{say(text.noWeights)}</p>
  return (
    <WideTable
      size="small"
      rowKey={({ dimension, code }) => `${dimension} ${code}`}
      dataSource={rows}
      columns={[
        {
          title: say(text.dimension),
          render: (_, { dimension, title }) => {
            const share = key.dimensions.find(({ code }) => code === dimension)?.weight
            return `${dimension} ${say(title)} ${share === undefined ? '' : showShare(share)}`
          },
        },
        { title: say(text.indicator), dataIndex: 'code' },
        {
          title: say(text.weight),
          render: (_, { dimension, code, weight }) => (
            <InputNumber
              size="small"
              aria-label={say(text.weightOf, { name: `${dimension} ${code}` })}
              min={0}
              max={1000}
              value={weight}
              onChange={(given) => given !== null && set(withIndicatorWeight(json, dimension, code, given))}
            />
          ),
        },
      ]}
    />
  )
}
