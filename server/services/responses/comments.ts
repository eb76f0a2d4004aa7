import { formOf } from '../../../surveys/answers/form.ts'
import { openNames } from '../../../surveys/answers/inWords.ts'
import { textOf } from '../../../surveys/answers/text.ts'
import type { Context } from '../../context.ts'
import { Problem } from '../../http/problem.ts'
import type { Comment, CommentFilter, CommentNote, CommentPage } from '../../shapes/responses.ts'
import { addAudit } from '../../store/audit.ts'
import { answersBetween, answersOf, boundAfter } from '../../store/browse.ts'
import { type CommentNoteTable, commentNotes, putCommentNote } from '../../store/comments.ts'
import type { Store } from '../../store/database.ts'
import { findResponse } from '../../store/responses.ts'
import type { Published } from '../published.ts'
import { personalMarks, screened } from './screen.ts'

/** Below so many accepted responses nobody's words are shown (SURVEY-PRACTICE 3.4). */
export const fewestForComments = 30

/** Answers are read whole: fewer at once than of the table's short rows. */
const mostLooked = 2000

/**
 * What people wrote in their own words, screened, a page at a time in the order of the ids. Those with a tag, or already
 * decided on, are found by their notes; others by looking through the answers.
 */
export async function commentPage(db: Store, survey: Published, filter: CommentFilter): Promise<CommentPage> {
  const notes = await commentNotes(db, survey)
  const noted = new Map(notes.map((note) => [keyOf(note.response_id, note.name), note]))
  const byNotes = filter.tag !== undefined || (filter.decision !== undefined && filter.decision !== 'open')
  const { rows, bound } = byNotes ? await rowsOfNotes(db, survey, notes, filter) : await rowsInTurn(db, survey, filter)

  const questions = openNames(formOf(survey.questionnaire).questions)
  const comments: Comment[] = []
  let last: string | null = null
  for (const { id, answers } of rows) {
    const found = Object.entries(JSON.parse(answers) as Record<string, unknown>).flatMap(([name, value]) => {
      const question = questions.get(name)
      if (!question || typeof value !== 'string' || value.trim() === '') return []
      const comment = commentOf({ response: id, name, words: value }, noted.get(keyOf(id, name)))
      return passes(comment, filter) ? [{ ...comment, question: textOf(question.json.title ?? name) }] : []
    })
    comments.push(...found)
    last = id
    if (comments.length >= filter.limit) break
  }
  const more = last !== null && last !== rows.at(-1)?.id
  return { comments, tags: tagsIn(notes), next: more ? last : bound }
}

interface Found {
  rows: { id: string; answers: string }[]
  /** Where to go on after all of them; null: that was all. */
  bound: string | null
}

async function rowsInTurn(db: Store, survey: Published, { after }: CommentFilter): Promise<Found> {
  const bound = await boundAfter(db, survey, after, mostLooked)
  return { rows: await answersBetween(db, survey, after, bound), bound }
}

async function rowsOfNotes(
  db: Store,
  survey: Published,
  notes: CommentNoteTable[],
  filter: CommentFilter,
): Promise<Found> {
  const matching = notes.filter(
    ({ response_id, tags, decision }) =>
      response_id > filter.after && passes({ tags: JSON.parse(tags), decision }, filter),
  )
  const ids = [...new Set(matching.map(({ response_id }) => response_id))]
  const some = ids.slice(0, filter.limit)
  return { rows: await answersOf(db, survey, some), bound: ids.length > some.length ? (some.at(-1) ?? null) : null }
}

const keyOf = (response: string, name: string): string => `${response} ${name}`

const passes = ({ tags, decision }: Pick<Comment, 'tags' | 'decision'>, wanted: CommentFilter): boolean =>
  (wanted.tag === undefined || tags.includes(wanted.tag)) &&
  (wanted.decision === undefined || wanted.decision === decision)

function commentOf(
  { response, name, words }: { response: string; name: string; words: string },
  note: CommentNoteTable | undefined,
): Omit<Comment, 'question'> {
  const { text, found } = screened(words)
  return {
    ...{ response, name, text },
    found: found.map((mark) => personalMarks[mark]),
    tags: note ? JSON.parse(note.tags) : [],
    decision: note?.decision ?? 'open',
  }
}

function tagsIn(notes: CommentNoteTable[]): CommentPage['tags'] {
  const counts = new Map<string, number>()
  for (const { tags } of notes)
    for (const tag of JSON.parse(tags) as string[]) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts]
    .map(([tag, comments]) => ({ tag, comments }))
    .sort((a, b) => b.comments - a.comments || (a.tag < b.tag ? -1 : 1))
}

/**
 * Tags a comment and says whether it may be quoted.
 * @throws {Problem} `not-found`, `withdrawn`
 */
export async function noteComment(
  { db, now }: Context,
  survey: Published,
  { response, name, note, account }: { response: string; name: string; note: CommentNote; account: string },
): Promise<void> {
  const at = now().toISOString()
  await db.transaction().execute(async (transaction) => {
    const found = await findResponse(transaction, survey, response)
    if (!found) throw new Problem('not-found')
    if (found.answers === null) throw new Problem('withdrawn')
    if (!(name in JSON.parse(found.answers))) throw new Problem('not-found')
    await putCommentNote(transaction, {
      ...{ round_id: survey.round, survey_id: survey.id, response_id: response, name },
      ...{ tags: JSON.stringify([...new Set(note.tags)]), decision: note.decision, noted_by: account, noted_at: at },
    })
    await addAudit(transaction, {
      at,
      account,
      action: 'comment.note',
      subject: `survey ${survey.id}`,
      detail: { response, question: name, decision: note.decision, tags: note.tags },
    })
  })
}
