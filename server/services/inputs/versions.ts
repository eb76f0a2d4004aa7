import type { Context } from '../../context.ts'
import type { InputKind } from '../../shapes/evaluation.ts'
import type { FactInput, InputChange, InputStamp, Inputs, InputVersion, ScoreInput } from '../../shapes/inputs.ts'
import type { InputVersionTable } from '../../store/database.ts'
import { currentInput, inputVersions } from '../../store/inputs.ts'

const stampOf = ({ version, put_by, put_at }: InputVersionTable): InputStamp => ({ version, by: put_by, at: put_at })

/** Facts and imported scores of an evaluation as they stand. */
export async function inputsOf({ db }: Pick<Context, 'db'>, evaluation: string): Promise<Inputs> {
  const facts = await currentInput(db, evaluation, 'facts')
  const scores = await currentInput(db, evaluation, 'scores')
  return {
    facts: { stamp: facts ? stampOf(facts) : null, rows: facts ? JSON.parse(facts.content) : [] },
    scores: { stamp: scores ? stampOf(scores) : null, rows: scores ? JSON.parse(scores.content) : [] },
  }
}

/** How many versions are listed with their changes. */
const listed = 50

/** The versions of one kind of data, the newest first, each with what it changed. */
export async function versionsOf(
  { db }: Pick<Context, 'db'>,
  evaluation: string,
  kind: InputKind,
): Promise<InputVersion[]> {
  // One more than is listed, for the changes of the oldest.
  const rows = await inputVersions(db, evaluation, kind, listed + 1)
  const contents = rows.map(({ content }) => valuesOf(JSON.parse(content)))
  return rows.slice(0, listed).map((row, at) => ({
    ...stampOf(row),
    kind,
    rows: contents[at]?.size ?? 0,
    changes: changesBetween(contents[at + 1] ?? new Map(), contents[at] ?? new Map()),
  }))
}

interface Value extends Pick<InputChange, 'indicator' | 'input'> {
  text: string
}

/** By the place that a value belongs to. A survey score has one place, its columns are read together. */
function valuesOf(rows: (FactInput | ScoreInput | Record<string, unknown>)[]): Map<string, Value> {
  return new Map(
    rows.map((row) => {
      const indicator = 'indicator' in row ? String(row.indicator) : ''
      const input = 'input' in row ? String(row.input) : null
      const text = 'value' in row ? row.value : 'score' in row ? row.score : ''
      return [JSON.stringify([indicator, input]), { indicator, input, text: String(text) }]
    }),
  )
}

function changesBetween(before: Map<string, Value>, after: Map<string, Value>): InputChange[] {
  const places = new Map([...after, ...before])
  return [...places].flatMap(([place, { indicator, input }]) => {
    const change = {
      indicator,
      input,
      before: before.get(place)?.text ?? null,
      after: after.get(place)?.text ?? null,
    }
    return change.before === change.after ? [] : [change]
  })
}
