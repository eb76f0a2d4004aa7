import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Card, Empty, Radio, Select, Space } from 'antd'
import { useState } from 'react'
import type { CommentDecision, CommentPage } from '../../../server/shapes/responses.ts'
import { Loaded } from '../../parts/Loaded.tsx'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { ask } from '../api.ts'
import { CommentLine } from './CommentLine.tsx'

const words = text.comments
const decisions = Object.keys(words.decisions) as CommentDecision[]

/** What people wrote, to be looked at, tagged, and quoted or not. */
export function CommentsPage({ survey }: { survey: string }) {
  const say = useSay()
  const [decision, setDecision] = useState<CommentDecision | ''>('')
  const [tag, setTag] = useState<string>()
  const query = new URLSearchParams({ limit: '50', ...(decision && { decision }), ...(tag && { tag }) })
  const path = `/api/surveys/${encodeURIComponent(survey)}/comments`
  const pages = useInfiniteQuery({
    queryKey: ['comments', survey, decision, tag],
    queryFn: ({ pageParam }) => ask<CommentPage>(`${path}?${query}&after=${pageParam}`),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  })
  const tags = pages.data?.pages.at(-1)?.tags ?? []

  return (
    <Card title={say(words.title)}>
      <p>{say(words.help)}</p>
      <Space wrap className="table-foot">
        <Radio.Group
          optionType="button"
          aria-label={say(words.decision)}
          value={decision}
          onChange={({ target }) => setDecision(target.value)}
          options={[
            { value: '', label: say(words.allDecisions) },
            ...decisions.map((value) => ({ value, label: say(words.decisions[value]) })),
          ]}
        />
        <Select
          allowClear
          aria-label={say(words.tags)}
          placeholder={say(words.allTags)}
          className="tag-select"
          value={tag ?? null}
          onChange={(value: string | null) => setTag(value ?? undefined)}
          options={tags.map(({ tag, comments }) => ({ value: tag, label: `${tag} (${comments})` }))}
        />
      </Space>
      <Loaded query={pages}>
        {({ pages: all }) => {
          const list = all.flatMap(({ comments }) => comments)
          if (list.length === 0 && !pages.hasNextPage) return <Empty description={say(words.none)} />
          return (
            <ul className="comments">
              {list.map((comment) => (
                <CommentLine
                  key={`${comment.response} ${comment.name}`}
                  path={path}
                  comment={comment}
                  known={tags.map((one) => one.tag)}
                />
              ))}
            </ul>
          )
        }}
      </Loaded>
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {say(words.more)}
        </Button>
      )}
    </Card>
  )
}
