import { Button, Input } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { useId, useRef, useState } from 'react'
import { editor, questionnaire as text } from '../../text/consoleQuestionnaire.ts'
import { useSay } from '../../text/language.tsx'
import { completed, completionsFor, writtenAt } from './completion.ts'

interface Props {
  source: string
  setSource: (source: string) => void
  /** What was last read of it, for the names in it. */
  json: Record<string, unknown> | null
}

/** The JSON itself, with what may go on at the caret offered below it. */
export function JsonSource({ source, setSource, json }: Props) {
  const say = useSay()
  const id = useId()
  const area = useRef<TextAreaRef>(null)
  const known = useRef(json)
  if (json) known.current = json
  const [caret, setCaret] = useState<number | null>(null)
  const written = caret === null ? null : writtenAt(source, caret)
  const offered = written === null ? [] : completionsFor(written, known.current)

  function take(word: string) {
    if (caret === null || written === null) return
    const next = completed(source, caret, written, word)
    setSource(next.source)
    setCaret(null)
    requestAnimationFrame(() => {
      const element = area.current?.resizableTextArea?.textArea
      element?.focus()
      element?.setSelectionRange(next.caret, next.caret)
    })
  }
  return (
    <div className="field">
      <label htmlFor={id}>{say(text.json)}</label>
      <Input.TextArea
        ref={area}
        id={id}
        name="questionnaire-json"
        className="json-source"
        spellCheck={false}
        autoSize={{ minRows: 8, maxRows: 24 }}
        value={source}
        onChange={({ target }) => {
          setSource(target.value)
          setCaret(target.selectionStart)
        }}
        onKeyDown={(event) => {
          const [first] = offered
          if (event.key === ' ' && event.ctrlKey && first !== undefined) {
            event.preventDefault()
            take(first)
          } else if (event.key === 'Escape') setCaret(null)
        }}
      />
      {offered.length > 0 && (
        <fieldset className="button-line" aria-label={say(editor.completions)}>
          {offered.map((word) => (
            <Button key={word} size="small" onClick={() => take(word)}>
              {word}
            </Button>
          ))}
          <small>{say(editor.completionHelp)}</small>
        </fieldset>
      )}
    </div>
  )
}
