import { useQuery } from '@tanstack/react-query'
import { Empty } from 'antd'
import { departmentsOf } from '../../../scoring/analysis/departments.ts'
import { type WeakPoint, weakPointsOf } from '../../../scoring/analysis/weakPoints.ts'
import { schemes } from '../../../scoring/standard/schemes.ts'
import type { SubjectiveScore } from '../../../scoring/subjective/score.ts'
import type { Evaluation, RegionResult } from '../../../server/shapes/evaluation.ts'
import type { Region } from '../../../server/shapes/region.ts'
import { WideTable } from '../../parts/WideTable.tsx'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { gap, showScore } from '../../text/numbers.ts'
import { ask } from '../api.ts'
import { DepartmentRegister } from './DepartmentRegister.tsx'
import { useWorking } from './useWorking.ts'

const shown = 20

interface Props {
  evaluation: Evaluation
  result: RegionResult
  survey: SubjectiveScore | null
  /** Whether the register of departments may be changed. */
  mayEdit: boolean
}

/** Where most points of the total may still be won. */
export function WeakPoints({ evaluation, result, survey, mayEdit }: Props) {
  const say = useSay()
  const points = weakPointsOf(schemes[evaluation.scheme], result, survey)
  const working = useWorking(evaluation)
  const region = useQuery({
    queryKey: ['region', evaluation.region.code],
    queryFn: () => ask<Region>(`/api/regions/${encodeURIComponent(evaluation.region.code)}`),
  })
  const departments = departmentsOf(
    schemes[evaluation.scheme],
    region.data?.departments ?? {},
    (item) => working?.evidence[item]?.source,
    (survey?.dimensions ?? []).map(({ code }) => code),
  )
  if (points.length === 0) return <Empty description={say(text.weak.none)} />
  return (
    <>
      <p>{say(text.weak.explain)}</p>
      <WideTable<WeakPoint>
        size="small"
        rowKey="id"
        dataSource={points.slice(0, shown)}
        columns={[
          {
            title: say(text.tree.name),
            render: (_, { id, name }) => (
              <>
                <code>{id}</code> {say(name)}
              </>
            ),
          },
          {
            title: say(text.weak.score),
            align: 'right',
            render: (_, { score, best }) =>
              best === 0 ? `−${showScore(score)}` : `${showScore(score)} / ${showScore(best)}`,
          },
          {
            title: say(text.weak.recoverable),
            align: 'right',
            render: (_, { recoverable }) => showScore(recoverable),
          },
          {
            title: say(text.weak.department),
            render: (_, { id }) => departments[id] ?? gap,
          },
        ]}
      />
      {mayEdit && region.data && <DepartmentRegister region={region.data} />}
    </>
  )
}
