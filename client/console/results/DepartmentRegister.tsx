import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import type { Text } from '../../../scoring/text.ts'
import type { Region } from '../../../server/shapes/region.ts'
import { Refusal } from '../../parts/Refusal.tsx'
import { regions as words } from '../../text/consoleRegions.ts'
import { fill } from '../../text/fill.ts'
import { useSay } from '../../text/language.tsx'
import { ask, type Failure } from '../api.ts'

/** Which department of a region answers for which part of the standard, a line each. */
export function DepartmentRegister({ region }: { region: Region }) {
  const say = useSay()
  const client = useQueryClient()
  const [lines, write] = useState(() => linesOf(region.departments))
  const read = departmentsIn(lines)
  const save = useMutation<Region, Failure>({
    mutationFn: () =>
      ask<Region>(`/api/regions/${encodeURIComponent(region.code)}/departments`, {
        method: 'PUT',
        json: { departments: read.departments },
      }),
    onSuccess: (saved) => client.setQueryData(['region', region.code], saved),
  })
  return (
    <section>
      <h3 id="departments">{say(words.departments)}</h3>
      <p className="minor" id="departments-help">
        {say(words.departmentsHelp)}
      </p>
      <Input.TextArea
        aria-labelledby="departments"
        aria-describedby="departments-help"
        value={lines}
        autoSize={{ minRows: 3, maxRows: 12 }}
        onChange={({ target }) => write(target.value)}
      />
      {read.problems.map((problem) => (
        <Alert key={problem.en} type="error" title={say(problem)} />
      ))}
      {save.error && <Refusal failure={save.error} />}
      <p>
        <Button
          disabled={read.problems.length > 0 || lines === linesOf(region.departments)}
          loading={save.isPending}
          onClick={() => save.mutate()}
        >
          {say(words.save)}
        </Button>
      </p>
    </section>
  )
}

const linesOf = (departments: Region['departments']): string =>
  Object.entries(departments)
    .map(([id, name]) => `${id}=${name}`)
    .join('\n')

/** What the lines say, and what cannot be read of them. */
function departmentsIn(lines: string): { departments: Region['departments']; problems: Text[] } {
  const departments: Region['departments'] = {}
  const problems: Text[] = []
  const problem = (words: Text, values: Record<string, string | number>) =>
    problems.push({ zh: fill(words.zh, values), en: fill(words.en, values) })
  for (const [at, line] of lines.split('\n').entries()) {
    const text = line.trim()
    if (text === '') continue
    const [, id, name] = /^([A-Za-z0-9-]{1,20})\s*[=＝:：\t]\s*(.{1,80})$/.exec(text) ?? []
    if (!id || !name) problem(words.wrongLine, { line: at + 1, text })
    else if (id in departments) problem(words.twice, { line: at + 1, id })
    else departments[id] = name
  }
  return { departments, problems }
}
