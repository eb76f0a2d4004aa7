import { Empty, Progress, Tag } from 'antd'
import { groupBy } from '../../../scoring/objective/groupBy.ts'
import type { RoundRow } from '../../../server/shapes/round.ts'
import type { Role } from '../../../server/shapes/session.ts'
import { Go } from '../../parts/Go.tsx'
import { WideTable } from '../../parts/WideTable.tsx'
import { between } from '../../text/between.ts'
import { text as common } from '../../text/console.ts'
import { rounds as text } from '../../text/consoleRounds.ts'
import { type Say, useLanguage, useSay } from '../../text/language.tsx'
import { gap, showCount, showTime } from '../../text/numbers.ts'
import { paceOf } from './pace.ts'

interface Props {
  rows: RoundRow[]
  showAccounts: boolean
  chosen: string[]
  choose: ((regions: string[]) => void) | undefined
}

const share = ({ survey }: RoundRow) => (survey?.target ? survey.accepted / survey.target : -1)

/** A row a region: its survey, how full, how fast, until when, who looks after it. */
export function RoundTable({ rows, showAccounts, chosen, choose }: Props) {
  const say = useSay()
  const { language } = useLanguage()
  return (
    <WideTable
      size="small"
      rowKey={({ region }) => region.code}
      dataSource={rows}
      pagination={{ pageSize: 50, hideOnSinglePage: true }}
      locale={{ emptyText: <Empty /> }}
      {...(choose && {
        rowSelection: {
          selectedRowKeys: chosen,
          onChange: (keys) => choose(keys.map(String)),
          getCheckboxProps: ({ region }: RoundRow) => ({ 'aria-label': say(region.name) }) as object,
          // The table measures its header by a hidden copy, which must hold nothing to tab to.
          hideSelectAll: true,
        },
      })}
      columns={[
        {
          title: say(text.region),
          sorter: (a, b) => a.region.code.localeCompare(b.region.code),
          render: (_, { region }) => (
            <>
              {say(region.name)} <small>{region.code}</small>
            </>
          ),
        },
        {
          title: say(text.survey),
          render: (_, { survey }) =>
            survey ? <Go to={`/console/fieldwork/${survey.id}`}>{survey.id}</Go> : say(text.noSurvey),
        },
        {
          title: say(text.state),
          render: (_, { survey }) => survey && <Tag>{say(common.surveyStates[survey.state])}</Tag>,
        },
        {
          title: say(text.filled),
          sorter: (a, b) => share(a) - share(b),
          render: (_, { survey }) =>
            survey && (
              <span className="button-line">
                {survey.target !== null && survey.target > 0 && (
                  <Progress
                    aria-hidden
                    percent={Math.min(100, (100 * survey.accepted) / survey.target)}
                    showInfo={false}
                    size={[80, 8]}
                  />
                )}
                {showCount(survey.accepted)} / {showCount(survey.target)}
              </span>
            ),
        },
        {
          title: say(text.lastDay),
          align: 'right',
          sorter: (a, b) => (a.survey?.lastDay ?? -1) - (b.survey?.lastDay ?? -1),
          render: (_, { survey }) => showCount(survey?.lastDay),
        },
        {
          title: <span title={say(text.paceHelp)}>{say(text.behind)}</span>,
          render: (_, { survey }) => {
            const pace = paceOf(survey, Date.now())
            return pace ? <Tag color={pace === 'behind' ? 'red' : 'default'}>{say(text.paces[pace])}</Tag> : gap
          },
        },
        {
          title: say(text.quotas),
          align: 'right',
          render: (_, { survey }) => (survey && survey.quotas > 0 ? `${survey.quotasFull} / ${survey.quotas}` : gap),
        },
        { title: say(text.until), render: (_, { survey }) => showTime(survey?.closesAt ?? null, language) },
        ...(showAccounts
          ? [
              {
                title: say(text.accounts),
                render: (_: unknown, { accounts }: RoundRow) => (
                  <span className="long-text">{holders(accounts, say)}</span>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}

/** Who holds which role for this region by name; those who hold one everywhere are only counted. */
function holders(accounts: RoundRow['accounts'], say: Say): string {
  const named = groupBy(
    accounts.filter(({ all }) => !all),
    ({ name }) => name,
  )
  const everywhere = new Set(accounts.filter(({ all }) => all).map(({ name }) => name)).size
  return [
    ...[...named].map(
      ([name, held]) =>
        `${name}（${held.map(({ role }) => say(common.roles[role as Role])).join(say(between.names))}）`,
    ),
    ...(everywhere > 0 ? [say(text.everywhere, { n: everywhere })] : []),
  ].join(say(between.parts))
}
