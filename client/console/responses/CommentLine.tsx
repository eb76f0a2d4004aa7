import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Radio, Select, Tag } from 'antd'
import type { Comment, CommentDecision, CommentNote } from '../../../server/shapes/responses.ts'
import { FailureNote } from '../../parts/FailureNote.tsx'
import { between } from '../../text/between.ts'
import { text } from '../../text/console.ts'
import { useSay } from '../../text/language.tsx'
import { ask, type Failure } from '../api.ts'

const words = text.comments
const decisions = Object.keys(words.decisions) as CommentDecision[]

/** One comment with its tags and whether it may be quoted. */
export function CommentLine({ path, comment, known }: { path: string; comment: Comment; known: string[] }) {
  const say = useSay()
  const client = useQueryClient()
  const { response, name, tags, decision } = comment
  const save = useMutation<unknown, Failure, CommentNote>({
    mutationFn: (json) => ask(`${path}/${response}/${encodeURIComponent(name)}`, { method: 'PUT', json }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['comments'] }),
  })
  return (
    <li>
      <small>{say(comment.question)}</small>
      <p className="comment-text">{comment.text}</p>
      {comment.found.length > 0 && (
        <Tag color="gold" variant="outlined" className="readable-tag">
          {say(words.hidden, { what: comment.found.map((mark) => say(mark)).join(say(between.names)) })}
        </Tag>
      )}
      <div className="comment-tools">
        <Radio.Group
          size="small"
          optionType="button"
          aria-label={say(words.decisionOf)}
          value={decision}
          options={decisions.map((value) => ({ value, label: say(words.decisions[value]) }))}
          onChange={({ target }) => save.mutate({ tags, decision: target.value })}
        />
        <Select
          mode="tags"
          size="small"
          className="tag-select"
          aria-label={say(words.tagsOf)}
          placeholder={say(words.tags)}
          value={tags}
          options={known.map((value) => ({ value }))}
          onChange={(value: string[]) => save.mutate({ tags: value, decision })}
        />
      </div>
      {save.error && <FailureNote failure={save.error} />}
    </li>
  )
}
