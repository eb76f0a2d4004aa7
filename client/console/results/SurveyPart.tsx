import { Empty, Tag } from 'antd'
import type { ReactNode } from 'react'
import type { SubjectiveScore } from '../../../scoring/subjective/score.ts'
import type { RegionResult } from '../../../server/shapes/evaluation.ts'
import { Cautions } from '../../parts/Cautions.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { samplingText } from '../../text/consoleSampling.ts'
import { useSay } from '../../text/language.tsx'
import { showCount, showInterval, showScore, showShare } from '../../text/numbers.ts'

/** Of a mixed sample both parts are always printed. */
function MixedParts({ survey: { mixed } }: { survey: SubjectiveScore }) {
  const say = useSay()
  if (!mixed) return null
  const { probability, model } = mixed.parts
  return (
    <ul>
      {[probability, model].map((part) => (
        <li key={part.kind}>
          {say(samplingText.part[part.kind], {
            n: showCount(part.respondents),
            score: showScore(part.score),
            share: showShare(part.kind === 'probability' ? mixed.share : 1 - mixed.share),
          })}{' '}
          {say(text.intervals[part.kind])} {showInterval(part.interval)}
        </li>
      ))}
    </ul>
  )
}

interface Props {
  survey: SubjectiveScore | null
  result: RegionResult
  /** Below the score, above what it is made of: what the sample is. */
  sample: ReactNode
}

/** The survey behind 40 % of the total: score, sample, dimensions, items. */
export function SurveyPart({ survey, result, sample }: Props) {
  const say = useSay()
  const imported = result.uncertainty?.subjective
  if (!survey) {
    if (result.subjective === null) return <Empty description={say(text.survey.none)} />
    return (
      <p>
        {say(text.survey.imported, { score: showScore(imported?.score ?? result.subjective / 0.4) })}{' '}
        {imported && `${say(text.intervals[imported.kind])} ${showInterval(imported.interval)}`}
      </p>
    )
  }
  return (
    <>
      <p>
        {say(text.survey.summary, {
          score: showScore(survey.score),
          n: showCount(survey.respondents),
          effective: showCount(survey.nEffective),
        })}{' '}
        {say(text.intervals[survey.kind])} {showInterval(survey.interval)}. {say(text.intervalHelp[survey.kind])}
      </p>
      <MixedParts survey={survey} />
      <Cautions cautions={survey.cautions} />
      {sample}
      <h3>{say(text.live.dimensions)}</h3>
      <WideTable
        size="small"
        rowKey="code"
        dataSource={survey.dimensions}
        columns={[
          {
            title: say(text.survey.dimension),
            render: (_, { code, label }) => (
              <>
                <code>{code}</code> {say(label)}
              </>
            ),
          },
          { title: say(text.survey.weight), dataIndex: 'weight', align: 'right', render: showShare },
          { title: say(text.score), dataIndex: 'score', align: 'right', render: showScore },
          { title: say(text.intervals[survey.kind]), dataIndex: 'interval', align: 'right', render: showInterval },
        ]}
      />
      <h3>{say(text.survey.items)}</h3>
      <WideTable
        size="small"
        rowKey="name"
        dataSource={survey.items}
        columns={[
          {
            title: say(text.survey.item),
            render: (_, { name, label, scored }) => (
              <>
                <code>{name}</code> {say(label)} {!scored && <Tag>{say(text.survey.unscored)}</Tag>}
              </>
            ),
          },
          { title: say(text.survey.rated), dataIndex: 'n', align: 'right', render: showCount },
          { title: say(text.score), dataIndex: 'score', align: 'right', render: showScore },
          { title: say(text.intervals[survey.kind]), dataIndex: 'interval', align: 'right', render: showInterval },
          { title: say(text.survey.dontKnow), dataIndex: 'dontKnowRate', align: 'right', render: showShare },
        ]}
      />
    </>
  )
}
