import { useMemo } from 'react'
import { formOf } from '../../../surveys/answers/form.ts'
import { frame } from '../../resident/page/frame.ts'
import { html } from '../../resident/page/html.ts'
import styles from '../../resident/plain/plain.css?inline'
import { newCarried } from '../../resident/plain/state.ts'
import { renderProgress, renderStep } from '../../resident/plain/step.ts'
import { questionnaire as text } from '../../text/consoleQuestionnaire.ts'
import { useSay } from '../../text/language.tsx'
import { pageNonce, type Shown } from './pages.ts'

/** A page as the plain form shows it; nothing in it runs or can be sent. */
export function PlainPreview({ questionnaire, page, language, title, place }: Shown) {
  const say = useSay()
  const document = useMemo(() => {
    const form = formOf(questionnaire)
    const shown = form.pages.find(({ name }) => name === page) ?? form.pages[0]
    if (!shown) return ''
    const step = {
      survey: 'preview',
      form,
      page: shown,
      answers: {},
      problems: [],
      language,
      elder: false,
      carried: newCarried('00000000-0000-4000-8000-000000000000', {}),
    }
    return frame({
      language,
      elder: false,
      nonce: pageNonce(),
      styles,
      title,
      place,
      display: html``,
      main: html`${renderProgress(step)}${renderStep(step)}`,
    })
  }, [questionnaire, page, language, title, place])
  return (
    <iframe
      title={say(text.preview)}
      srcDoc={document}
      onLoad={({ currentTarget }) =>
        currentTarget.contentDocument?.addEventListener('submit', (event) => event.preventDefault())
      }
    />
  )
}
