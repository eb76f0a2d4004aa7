import { Alert, Card } from 'antd'
import { useState } from 'react'
import { Loaded } from '../../parts/Loaded.tsx'
import { PageTitle } from '../../parts/PageTitle.tsx'
import { questionnaire as common, editor as text } from '../../text/consoleQuestionnaire.ts'
import { useSay } from '../../text/language.tsx'
import { useQuestionnaire } from '../setup/useQuestionnaire.ts'
import '../setup/setup.css'
import { JsonEditor } from './JsonEditor.tsx'

/** Changes a published version into a new one; what is not published yet stays on this device. */
export function EditorPage({ id, version }: { id: string; version: number }) {
  const say = useSay()
  const published = useQuestionnaire({ id, version })
  return (
    <>
      <PageTitle
        title={say(text.editing, { id, version })}
        back={{ path: '/console/questionnaires', name: say(text.title) }}
      />
      <Loaded query={published}>
        {(json) => <Editing key={`${id}/${version}`} id={id} version={version} json={json} />}
      </Loaded>
    </>
  )
}

function Editing({ id, version, json }: { id: string; version: number; json: Record<string, unknown> }) {
  const say = useSay()
  const kept = `tiyan.questionnaire.${id}.${version}`
  const [source, setSource] = useState(() => localStorage.getItem(kept) ?? JSON.stringify(json, null, 2))
  const [done, setDone] = useState<{ id: string; version: number }>()
  return (
    <Card>
      <div className="stack">
        <p>{say(text.keptHere)}</p>
        {done && <Alert type="success" showIcon role="status" title={say(common.chosen, done)} />}
        <JsonEditor
          source={source}
          setSource={(next) => {
            localStorage.setItem(kept, next)
            setSource(next)
          }}
          suggestedId={id}
          published={(chosen) => {
            localStorage.removeItem(kept)
            setDone(chosen)
          }}
        />
      </div>
    </Card>
  )
}
