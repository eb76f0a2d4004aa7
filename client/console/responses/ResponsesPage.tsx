import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Card, Space } from 'antd'
import { useState } from 'react'
import type { ResponsePage } from '../../../server/shapes/responses.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { showCount } from '../../text/numbers.ts'
import { ask } from '../api.ts'
import type { SurveyHead } from '../fieldwork/useSurveyHead.ts'
import { ExcludeForm } from './ExcludeForm.tsx'
import { ExportsCard } from './ExportsCard.tsx'
import { type Filter, Filters, queryOf } from './Filters.tsx'
import { ResponseDrawer } from './ResponseDrawer.tsx'
import { ResponseTable } from './ResponseTable.tsx'

const words = text.responses

/** Every response, a page at a time as one scrolls; chosen ones are excluded or restored by hand. */
export function ResponsesPage({ survey, mayAct }: { survey: SurveyHead; mayAct: boolean }) {
  const say = useSay()
  const client = useQueryClient()
  const [filter, setFilter] = useState<Filter>({ from: 0 })
  const [selected, setSelected] = useState<string[]>([])
  const [act, setAct] = useState<'exclude' | 'restore'>()
  const [viewed, setViewed] = useState<string>()
  const path = `/api/surveys/${encodeURIComponent(survey.id)}`
  const query = queryOf(filter)
  const pages = useInfiniteQuery({
    queryKey: ['responses', survey.id, query],
    queryFn: ({ pageParam }) => ask<ResponsePage>(`${path}/responses?${query}&after=${pageParam}`),
    initialPageParam: startOf(filter.from),
    getNextPageParam: ({ next }) => next,
  })
  const rows = pages.data?.pages.flatMap(({ rows }) => rows) ?? []

  return (
    <div className="stacked">
      <ExportsCard survey={survey.id} />
      <Card title={say(words.title)}>
        <p>{say(words.noIdentity)}</p>
        <Loaded query={pages}>
          {({ pages: [first] }) => (
            <>
              <Filters filter={filter} variables={first?.variables ?? []} change={setFilter} />
              <ResponseTable
                rows={rows}
                variables={first?.variables ?? []}
                loading={pages.isFetching}
                selected={mayAct ? selected : null}
                select={setSelected}
                view={setViewed}
                end={() => pages.hasNextPage && !pages.isFetchingNextPage && void pages.fetchNextPage()}
              />
            </>
          )}
        </Loaded>
        <Space wrap className="table-foot">
          <span role="status" data-figure="loaded">
            {say(pages.hasNextPage ? words.loaded : words.loadedAll, { n: showCount(rows.length) })}
          </span>
          {pages.hasNextPage && (
            <Button size="small" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
              {say(words.more)}
            </Button>
          )}
          {mayAct && selected.length > 0 && (
            <>
              <strong>{say(words.selected, { n: selected.length })}</strong>
              <Button size="small" danger onClick={() => setAct('exclude')}>
                {say(words.exclude)}
              </Button>
              <Button size="small" onClick={() => setAct('restore')}>
                {say(words.restore)}
              </Button>
            </>
          )}
        </Space>
        {pages.error && pages.data && <Alert type="error" showIcon title={pages.error.message} />}
      </Card>
      {act && (
        <ExcludeForm
          survey={survey.id}
          act={act}
          which={{ ids: selected }}
          name={say(words[act])}
          done={async () => {
            setSelected([])
            await client.invalidateQueries({ queryKey: ['responses', survey.id] })
          }}
          close={() => setAct(undefined)}
        />
      )}
      {viewed && <ResponseDrawer survey={survey.id} id={viewed} close={() => setViewed(undefined)} />}
    </div>
  )
}

/** The beginning of the ids at a share of all of them: they are random, so half of them come after `8`. */
const startOf = (share: number): string =>
  share <= 0
    ? ''
    : Math.floor(Math.min(share, 99.99) * 42949672.96)
        .toString(16)
        .padStart(8, '0')
