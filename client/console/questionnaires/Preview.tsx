import { Alert, Button, Radio } from 'antd'
import { useMemo, useState } from 'react'
import type { Text } from '../../../scoring/text.ts'
import { NotCheckable } from '../../../surveys/answers/refusal.ts'
import { questionnaire as text } from '../../text/consoleQuestionnaire.ts'
import { useLanguage, useSay } from '../../text/language.tsx'
import { PlainPreview } from './PlainPreview.tsx'
import { shownPages } from './pages.ts'
import { ScriptPreview } from './ScriptPreview.tsx'

interface Props {
  questionnaire: Record<string, unknown>
  title: Text
  place: Text
}

type View = keyof typeof text.views

/** A questionnaire as a phone 360 points wide shows it: usual, in large type, and without scripts; a page at a time. */
export function Preview({ questionnaire, title, place }: Props) {
  const say = useSay()
  const { language } = useLanguage()
  const [view, setView] = useState<View>('usual')
  const [at, setAt] = useState(0)
  const pages = useMemo(() => pagesOrReason(questionnaire), [questionnaire])
  if (typeof pages === 'string') return <Alert type="warning" showIcon title={say(text.notShown, { reason: pages })} />
  const page = Math.min(at, pages.length - 1)
  const shown = { questionnaire, page: pages[page] ?? '', language, title: say(title), place: say(place) }
  return (
    <section className="phone-preview" aria-label={say(text.preview)}>
      <Radio.Group
        aria-label={say(text.view)}
        size="small"
        optionType="button"
        value={view}
        onChange={({ target }) => setView(target.value)}
        options={(Object.keys(text.views) as View[]).map((value) => ({ value, label: say(text.views[value]) }))}
      />
      {view === 'plain' ? (
        <PlainPreview {...shown} />
      ) : (
        <ScriptPreview key={view} {...shown} elder={view === 'elder'} />
      )}
      <div className="button-line">
        <Button size="small" disabled={page === 0} onClick={() => setAt(page - 1)}>
          {say(text.previous)}
        </Button>
        <span>{say(text.pageOf, { n: page + 1, of: pages.length })}</span>
        <Button size="small" disabled={page >= pages.length - 1} onClick={() => setAt(page + 1)}>
          {say(text.following)}
        </Button>
      </div>
    </section>
  )
}

function pagesOrReason(questionnaire: Record<string, unknown>): string[] | string {
  try {
    return shownPages(questionnaire)
  } catch (error) {
    if (error instanceof NotCheckable) return error.message
    throw error
  }
}
